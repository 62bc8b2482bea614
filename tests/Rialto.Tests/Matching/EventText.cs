using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>Events in a few words. Orders go by the names that their senders gave them.</summary>
static class EventText
{
    public static string Of(in MarketEvent happened)
    {
        string lots = $"{happened.Quantity}@{happened.Price}";
        return happened.Kind switch
        {
            EventKind.Accepted => $"accepted {happened.Order} {happened.Side} {lots}",
            EventKind.Rejected => $"rejected {happened.Order} {happened.RejectReason}",
            EventKind.Replaced => $"replaced {happened.Replaces} by {happened.Order} {happened.Side} {lots}",
            EventKind.Canceled =>
                $"canceled {happened.Order} {happened.Quantity} remaining {happened.Remaining} {happened.CancelReason}",
            EventKind.Triggered =>
                $"triggered {happened.Order} {happened.Side} {happened.Remaining} at {happened.Price}",
            EventKind.Refilled => $"refilled {happened.Order} {lots} remaining {happened.Remaining}",
            EventKind.Charged => $"charged {happened.Order} {happened.Fee.Units}",
            EventKind.OrderShown => $"shown {happened.Number} {happened.Side} {lots}",
            EventKind.OrderReduced when happened.Match.Value == 0 =>
                $"reduced {happened.Number} by {happened.Quantity} to {happened.Remaining}",
            EventKind.OrderReduced =>
                $"reduced {happened.Number} by {happened.Quantity} to {happened.Remaining} m{happened.Match.Value}",
            EventKind.Executed => $"executed {happened.Order} {lots} remaining {happened.Remaining} "
                + $"{happened.Liquidity} m{happened.Match.Value}",
            EventKind.Trade when happened.Liquidity == Liquidity.Auction => $"trade {lots} m{happened.Match.Value}",
            EventKind.Trade => $"trade {happened.Side} {lots} m{happened.Match.Value}",
            EventKind.LevelChanged => $"{(happened.Side == Side.Buy ? "bid" : "ask")} {lots} of {happened.Orders}",
            EventKind.Indication when happened.Quantity > Quantity.Zero =>
                $"indicated {lots} imbalance {happened.Imbalance}",
            EventKind.Indication => $"indicated {happened.Price} imbalance {happened.Imbalance}",
            EventKind.AuctionEnded when happened.Quantity == Quantity.Zero => "auction ended",
            EventKind.AuctionEnded => $"auction ended {lots}",
            EventKind.StateChanged when happened.State == TradingState.Closed => "closed",
            EventKind.StateChanged => $"state {happened.State}",
            _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.Kind, null),
        };
    }

    /// <summary>Everything that an event carries, for comparing two books that must agree to the last field.</summary>
    public static string InFull(in MarketEvent happened) =>
        $"{Of(happened)} · {happened.Side} participant {happened.Participant} {happened.Number} at {happened.Price}, "
            + $"reason {happened.Reason}, extra {happened.Extra}";
}
