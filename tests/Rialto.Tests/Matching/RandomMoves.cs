using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>
/// Draws moves: few prices around zero and few lots, so that orders meet, levels fill and accounts run out.
/// </summary>
/// <param name="random">Where they come from.</param>
/// <param name="instruments">How many listings there are.</param>
/// <param name="everyOrder">
/// Whether all types of orders and all requests are used, or only those of the plain book.
/// </param>
sealed class RandomMoves(RandomStream random, int instruments, bool everyOrder)
{
    static readonly OrderFlags[] SelfMatchModes =
        [OrderFlags.CancelIncoming, OrderFlags.CancelResting, OrderFlags.CancelBoth, OrderFlags.Decrement];

    public Move Next()
    {
        Move move = new(
            Kind(),
            Participant: (int)(Rarely() ? OneOf(-1, 4) : Between(0, 3)),
            Instrument: (int)(Rarely() ? OneOf(-1, instruments) : Between(0, instruments - 1)),
            Side: Rarely() ? (Side)2 : random.NextSide(),
            Type(),
            HowLong(),
            Flags(),
            NameStep: Rarely() ? Between(-3, 4) : 1,
            KeepsName: everyOrder && OnceIn(3),
            Target: (int)(OnceIn(20) ? Move.DeadOrder : Between(0, 4)),
            Price: Rarely() ? OneOf(-1000, 1000, 2_000_000_000_000) : OnceIn(3) ? Between(-2, 8) : Between(0, 8),
            Lots: Rarely() ? OneOf(0, 0, 20, 2_000_000_000) : Between(1, 7),
            Trigger: everyOrder ? Rarely() ? OneOf(-1000, 1000, 2_000_000_000_000) : Between(-1, 7) : 0,
            Offset: everyOrder ? Rarely() ? OneOf(-1, 100, 2_000_000_000_000) : OneOf(0, 0, 1, 1, 2, 3) : 0,
            Displayed: everyOrder && OnceIn(3) ? Between(1, 4) : 0,
            Minimum: everyOrder && OnceIn(3) ? Between(1, 5) : 0,
            Wait: OnceIn(3) ? Between(0, 9) : 0,
            Lifetime: Rarely() ? Between(-1, 0) : Between(1, 25));
        return OnceIn(20) ? move : move.WithTermsThatFit();
    }

    RequestKind Kind() => Between(0, 999) switch
    {
        < 610 => RequestKind.Enter,
        < 780 => RequestKind.Replace,
        < 910 => RequestKind.Cancel,
        < 935 => RequestKind.CancelAll,
        < 955 => everyOrder ? RequestKind.CancelSide : RequestKind.CancelAll,
        < 965 => everyOrder ? RequestKind.Disconnect : RequestKind.CancelAll,
        < 995 => everyOrder ? Move.Refer : RequestKind.Enter,
        < 996 => Move.CloseSession,
        _ => (RequestKind)99,
    };

    OrderType Type() => Between(0, 99) switch
    {
        < 1 => (OrderType)99,
        < 13 => OrderType.Market,
        < 55 => OrderType.Limit,
        < 63 => everyOrder ? OrderType.MidpointPeg : OrderType.Limit,
        < 71 => everyOrder ? OrderType.PrimaryPeg : OrderType.Limit,
        < 79 => everyOrder ? OrderType.StopLimit : OrderType.Limit,
        < 84 => everyOrder ? OrderType.Stop : OrderType.Limit,
        < 89 => everyOrder ? OrderType.TrailingStop : OrderType.Limit,
        < 94 => everyOrder ? OrderType.MarketIfTouched : OrderType.Limit,
        _ => OrderType.Limit,
    };

    TimeInForce HowLong() => Between(0, 105) switch
    {
        < 40 => TimeInForce.Day,
        < 60 => TimeInForce.GoodTillCanceled,
        < 80 => TimeInForce.GoodTillTime,
        < 90 => TimeInForce.ImmediateOrCancel,
        < 105 => TimeInForce.FillOrKill,
        _ => (TimeInForce)5,
    };

    OrderFlags Flags()
    {
        OrderFlags flags = Rarely() ? (OrderFlags)128 : OnceIn(10) ? OrderFlags.PostOnly : OrderFlags.None;
        if (!everyOrder)
            return flags;

        if (OnceIn(flags == OrderFlags.PostOnly ? 2 : 100))
            flags |= OrderFlags.Slide;
        if (OnceIn(5))
            flags |= OrderFlags.Hidden;
        if (OnceIn(4))
            flags |= OrderFlags.LeavesQuantity;
        if (OnceIn(3))
            flags |= SelfMatchModes[Between(0, 3)];
        if (Rarely())
            flags |= OrderFlags.SelfMatchPrevention;

        return flags;
    }

    bool Rarely() => OnceIn(60);

    bool OnceIn(int times) => random.NextBelow((ulong)times) == 0;

    long Between(long lowest, long highest) => random.NextBetween(lowest, highest);

    long OneOf(params ReadOnlySpan<long> values) => values[(int)random.NextBelow((ulong)values.Length)];
}
