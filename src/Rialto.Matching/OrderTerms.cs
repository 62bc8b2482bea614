using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>Which terms of an order go together, whatever the listing and the account.</summary>
static class OrderTerms
{
    const OrderFlags AllFlags =
        OrderFlags.PostOnly | OrderFlags.Slide | OrderFlags.Hidden | OrderFlags.LeavesQuantity
        | OrderFlags.SelfMatchPrevention;

    /// <summary>In ticks.</summary>
    const long LargestOffset = 1_000_000_000;

    /// <summary>An order that waits is a plain one once it is triggered.</summary>
    const OrderFlags OnWaiting = OrderFlags.LeavesQuantity | OrderFlags.SelfMatchPrevention;

    /// <summary>Whether orders of a type name the worst price at which they trade.</summary>
    public static bool HaveLimit(OrderType type) =>
        type is OrderType.Limit or OrderType.StopLimit or OrderType.MidpointPeg or OrderType.PrimaryPeg;

    /// <summary>Whether type, time in force, flags and quantities make sense together.</summary>
    public static bool AreConsistent(in Request request)
    {
        OrderFlags flags = request.Flags;
        bool isImmediate = request.TimeInForce is TimeInForce.ImmediateOrCancel or TimeInForce.FillOrKill;
        bool isPostOnly = (flags & OrderFlags.PostOnly) != 0;
        bool waits = request.Type is >= OrderType.Stop and <= OrderType.MarketIfTouched;
        OrderFlags prevention = flags & OrderFlags.SelfMatchPrevention;

        return request.Type <= OrderType.PrimaryPeg && (flags & ~AllFlags) == 0
            && prevention <= OrderFlags.Decrement
            && !(isPostOnly && (isImmediate || request.Type == OrderType.Market))
            && (isPostOnly || (flags & OrderFlags.Slide) == 0)
            && !(waits
                && ((flags & ~OnWaiting) != 0 || request.Displayed > Quantity.Zero || request.Minimum > Quantity.Zero));
    }

    /// <summary>Why terms that go together are refused; none if they are not.</summary>
    /// <param name="request">The request.</param>
    /// <param name="farthest">The largest distance of a price from zero, in ticks.</param>
    public static RejectReason Refusal(in Request request, long farthest)
    {
        bool isImmediate = request.TimeInForce is TimeInForce.ImmediateOrCancel or TimeInForce.FillOrKill;
        bool isHidden = request.Type >= OrderType.MidpointPeg || (request.Flags & OrderFlags.Hidden) != 0;
        bool hasTrigger = request.Type is OrderType.Stop or OrderType.StopLimit or OrderType.MarketIfTouched;
        if (hasTrigger && (request.Trigger.Ticks < -farthest || request.Trigger.Ticks > farthest))
            return RejectReason.InvalidTrigger;
        if (request.Type == OrderType.TrailingStop
            && (request.Offset.Count < 1 || request.Offset.Count > LargestOffset))
            return RejectReason.InvalidOffset;
        if (request.Type >= OrderType.MidpointPeg && (request.Offset.Count < 0 || request.Offset.Count > LargestOffset))
            return RejectReason.InvalidOffset;

        bool isShown = request.Type == OrderType.Limit && !isHidden && !isImmediate;
        if (request.Displayed > Quantity.Zero && (!isShown || request.Displayed > request.Quantity))
            return RejectReason.InvalidDisplayedQuantity;

        bool mayHaveMinimum = isHidden || request.TimeInForce == TimeInForce.ImmediateOrCancel;
        return request.Minimum.Lots > 1 && (!mayHaveMinimum || request.Minimum > request.Quantity)
            ? RejectReason.InvalidMinimumQuantity
            : RejectReason.None;
    }
}
