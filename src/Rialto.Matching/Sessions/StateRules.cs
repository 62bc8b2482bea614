using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>Which requests are legal in which trading state.</summary>
/// <remarks>
/// <code>
///                                      closed   pre-open, auctions   continuous       halted
/// cancel, of all or of one side        yes      yes                  yes              yes
/// enter, replace: limit orders
///   that rest, market orders           Closed   yes                  yes              NotInThisState
/// enter, replace: all others           Closed   NotInThisState       as its rule has  NotInThisState
/// </code>
/// In an auction a market order waits for the end of the call, whatever its time in force, fill-or-kill excepted.
/// </remarks>
static class StateRules
{
    public static RejectReason Refusal(TradingState state, in Request request)
    {
        if (state == TradingState.Continuous || request.Kind is not (RequestKind.Enter or RequestKind.Replace))
            return RejectReason.None;
        if (state == TradingState.Closed)
            return RejectReason.Closed;

        return state != TradingState.Halted
            && OrderChanges.RefusalInAuction(request) == RejectReason.None
            && Waits(request)
            ? RejectReason.None
            : RejectReason.NotInThisState;
    }

    /// <summary>Whether orders are collected for an auction, and the public is told where it would clear.</summary>
    public static bool IsAuction(TradingState state) => state
        is TradingState.OpeningAuction or TradingState.VolatilityAuction or TradingState.ReopeningAuction
            or TradingState.ClosingAuction;

    static bool Waits(in Request request) => request.TimeInForce switch
    {
        TimeInForce.FillOrKill => false,
        TimeInForce.ImmediateOrCancel => request.Type == OrderType.Market,
        _ => true,
    };
}
