using System.Text;
using Rialto.Trading;

namespace Rialto.Journal;

/// <summary>Steps in words, for people who look for what went wrong. Prices are in currency.</summary>
public static class StepText
{
    /// <summary>A whole step: its number, its time, what was applied, and what the venue said.</summary>
    public static string Of(in Step step, MarketDirectory directory)
    {
        StringBuilder text = new($"step {step.Sequence}, {step.Input.At}, {Of(step.Input, directory)}");
        string separator = " → ";
        foreach (ref readonly MarketEvent happened in step.Events)
        {
            text.Append(separator).Append(Of(happened, step.Input.Listing, directory));
            separator = "; ";
        }

        return text.ToString();
    }

    /// <summary>An input: who asked for what, and where.</summary>
    public static string Of(in Input input, MarketDirectory directory)
    {
        string where = Name(input.Listing, directory);
        return input.Kind switch
        {
            InputKind.Request =>
                $"{where}: {Name(input.Request.Participant, directory)} {Of(input.Request, directory)}",
            InputKind.Deadline => $"{where}: a deadline",
            InputKind.Control when input.Control == Control.Stop =>
                $"{where}: stop {Name(input.Request.Participant, directory)}",
            InputKind.Control when input.Control == Control.Refer =>
                $"{where}: pegs follow {Quotes(input.Reference, input.Listing, directory)}",
            InputKind.Control => $"{where}: {input.Control.ToString().ToLowerInvariant()}",
            _ => $"{where}: {input.Kind.ToString().ToLowerInvariant()}",
        };
    }

    /// <summary>An event of a listing.</summary>
    public static string Of(in MarketEvent happened, Listing listing, MarketDirectory directory)
    {
        string lots = $"{happened.Quantity} at {Price(happened.Price, listing, directory)}";
        string side = Word(happened.Side);
        string what = happened.Kind switch
        {
            EventKind.Accepted => $"order {happened.Order} accepted as {happened.Number}, {side} {lots}",
            EventKind.Rejected => $"order {happened.Order} rejected, {happened.RejectReason}",
            EventKind.Replaced =>
                $"order {happened.Replaces} replaced by {happened.Order} as {happened.Number}, {side} {lots}",
            EventKind.Canceled =>
                $"order {happened.Order} {happened.Number} canceled by {happened.Quantity} to {happened.Remaining}, "
                + $"{happened.CancelReason}",
            EventKind.Triggered => $"order {happened.Order} {happened.Number} triggered, {side} {happened.Remaining}",
            EventKind.Refilled => $"order {happened.Order} refilled as {happened.Number}, {side} {lots}",
            EventKind.Executed =>
                $"order {happened.Order} {happened.Number} executed, {side} {lots}, remaining {happened.Remaining}, "
                + $"{Word(happened.Liquidity)}, match {happened.Match.Value}",
            EventKind.Charged => $"order {happened.Order} charged {happened.Fee.Units} units of cash",
            EventKind.Trade => $"trade {happened.Match.Value}, {lots}",
            EventKind.LevelChanged =>
                $"{(happened.Side == Side.Buy ? "bid" : "ask")} level {lots}, {happened.Orders} order(s)",
            EventKind.OrderShown => $"{happened.Number} shown, {side} {lots}",
            EventKind.OrderReduced => $"{happened.Number} reduced by {happened.Quantity} to {happened.Remaining}",
            EventKind.Indication => $"indication {lots}, imbalance {happened.Imbalance}",
            EventKind.AuctionEnded => $"auction ended, {lots}",
            EventKind.StateChanged => $"state {happened.State}",
            _ => happened.Kind.ToString(),
        };
        return happened.IsPublic ? what : $"{Name(happened.Participant, directory)}: {what}";
    }

    /// <summary>The name of a listing: <c>focal/XYZ</c>.</summary>
    public static string Name(Listing listing, MarketDirectory directory)
    {
        (int venue, int instrument) = (listing.Venue.Value, listing.Instrument.Value);
        string at = Exists(venue, directory.Venues.Count) ? directory.Venues[venue] : $"venue {venue}";
        string what = Exists(instrument, directory.Instruments.Count)
            ? directory.Instruments[instrument].Symbol
            : $"instrument {instrument}";
        return $"{at}/{what}";
    }

    /// <summary>The name of a participant, or its number if there is none of this number.</summary>
    public static string Name(ParticipantId participant, MarketDirectory directory) =>
        Exists(participant.Value, directory.Participants.Count)
            ? directory[participant].Name
            : $"participant {participant}";

    static string Of(in Request request, MarketDirectory directory)
    {
        string terms = $"{Word(request.Side)} {request.Quantity}" + (request.Type switch
        {
            OrderType.Market => " at any price",
            OrderType.Limit => $" at {Price(request.Limit, request.Listing, directory)}",
            _ => $", {request.Type}",
        });
        return request.Kind switch
        {
            RequestKind.Enter => $"enters {request.Order}, {terms}",
            RequestKind.Replace =>
                $"replaces {request.Replaces} by {request.Order}, {request.Quantity} at "
                + Price(request.Limit, request.Listing, directory),
            RequestKind.Cancel => $"cancels {request.Order} to {request.Quantity}",
            RequestKind.CancelSide => $"cancels every {Word(request.Side)} order",
            RequestKind.CancelAll => "cancels every order",
            _ => $"asks for {request.Kind}",
        };
    }

    static string Quotes((Price? Bid, Price? Ask) told, Listing listing, MarketDirectory directory)
    {
        string bid = told.Bid is { } best ? Price(best, listing, directory) : "none";
        string ask = told.Ask is { } least ? Price(least, listing, directory) : "none";
        return $"{bid} / {ask}";
    }

    static string Price(Price price, Listing listing, MarketDirectory directory) =>
        Exists(listing.Instrument.Value, directory.Instruments.Count)
            ? directory[listing.Instrument].ToCurrency(price).ToString(
                System.Globalization.CultureInfo.InvariantCulture)
            : $"{price.Ticks} ticks";

    static string Word(Side side) => side == Side.Buy ? "buy" : "sell";

    static string Word(Liquidity liquidity) => liquidity switch
    {
        Liquidity.Added => "resting",
        Liquidity.Removed => "incoming",
        _ => "in an auction",
    };

    static bool Exists(int place, int count) => place >= 0 && place < count;
}
