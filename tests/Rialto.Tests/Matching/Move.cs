using FsCheck;
using FsCheck.Fluent;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>What somebody does in a random session. Orders are named by how long ago they came, so that moves can be left out.</summary>
/// <param name="Kind">A kind of request, or <see cref="CloseSession"/>.</param>
/// <param name="NameStep">How far the name of a new order lies above the participant's last: 1 unless it is to be refused.</param>
/// <param name="Target">Which live order of the participant is meant, the newest being 0; one that does not exist names a dead order.</param>
/// <param name="Wait">How much time passes before it.</param>
/// <param name="Lifetime">For an order that expires: when, from now.</param>
sealed record Move(
    RequestKind Kind, int Participant, int Instrument, Side Side, OrderType Type, TimeInForce TimeInForce, OrderFlags Flags,
    long NameStep, int Target, long Price, long Lots, long Wait, long Lifetime)
{
    public const RequestKind CloseSession = (RequestKind)77;

    static readonly Gen<RequestKind> Kinds = Gen.Frequency(
        (600, Gen.Constant(RequestKind.Enter)),
        (150, Gen.Constant(RequestKind.Replace)),
        (150, Gen.Constant(RequestKind.Cancel)),
        (40, Gen.Constant(RequestKind.CancelAll)),
        (3, Gen.Constant(CloseSession)),
        (3, Gen.Constant((RequestKind)99)));

    static readonly Gen<TimeInForce> TimesInForce = Gen.Frequency(
        (40, Gen.Constant(TimeInForce.Day)),
        (20, Gen.Constant(TimeInForce.GoodTillCanceled)),
        (20, Gen.Constant(TimeInForce.GoodTillTime)),
        (10, Gen.Constant(TimeInForce.ImmediateOrCancel)),
        (15, Gen.Constant(TimeInForce.FillOrKill)),
        (1, Gen.Constant((TimeInForce)5)));

    /// <summary>Few prices around zero and few lots, so that orders meet, levels fill and accounts run out.</summary>
    public static Gen<Move> Any(int instruments) =>
        from kind in Kinds
        from participant in Often(Gen.Choose(0, 3), Gen.Elements(-1, 4))
        from instrument in Often(Gen.Choose(0, instruments - 1), Gen.Elements(-1, instruments))
        from side in Often(Gen.Elements(Side.Buy, Side.Sell), Gen.Constant((Side)2))
        from type in Gen.Frequency((85, Gen.Constant(OrderType.Limit)), (15, Gen.Constant(OrderType.Market)), (1, Gen.Constant((OrderType)99)))
        from timeInForce in TimesInForce
        from flags in Gen.Frequency((90, Gen.Constant(OrderFlags.None)), (10, Gen.Constant(OrderFlags.PostOnly)), (1, Gen.Constant((OrderFlags)128)))
        from nameStep in Often(Gen.Constant(1), Gen.Choose(-3, 4))
        from target in Gen.Choose(0, 4)
        from price in Often(Gen.Choose(-2, 8).Select(ticks => (long)ticks), Gen.Elements(-1000, 1000, 2_000_000_000_000))
        from lots in Often(Gen.Choose(1, 7), Gen.Elements(0, 0, 20, 2_000_000_000))
        from wait in Gen.Frequency((70, Gen.Constant(0)), (30, Gen.Choose(0, 9)))
        from lifetime in Often(Gen.Choose(1, 25), Gen.Choose(-1, 0))
        select new Move(kind, participant, instrument, side, type, timeInForce, flags, nameStep, target, price, lots, wait, lifetime);

    /// <summary>The same with one thing made plainer.</summary>
    public IEnumerable<Move> Plainer() => new[]
    {
        this with { Wait = 0 },
        this with { Participant = 0 },
        this with { Instrument = 0 },
        this with { Type = OrderType.Limit },
        this with { TimeInForce = TimeInForce.Day },
        this with { Flags = OrderFlags.None },
        this with { NameStep = 1 },
        this with { Target = 0 },
        this with { Lots = 1 },
        this with { Lots = Math.Min(Lots, 2) },
        this with { Price = 1 },
        this with { Lifetime = 1 },
    }.Where(plainer => plainer != this);

    static Gen<T> Often<T>(Gen<T> usual, Gen<T> odd) => Gen.Frequency((60, usual), (1, odd));
}
