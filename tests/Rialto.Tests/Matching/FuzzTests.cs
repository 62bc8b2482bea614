using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>
/// Whatever stands in a request, it is refused or accepted: no field makes a venue throw, nor do sums of large ones.
/// </summary>
public sealed class FuzzTests
{
    const long MostLots = 1_000_000_000;
    const long FarthestTicks = 1_000_000_000_000;

    static readonly Gen<long> AnyLong = Gen.Frequency(
        (3, Gen.Elements(0, 1, -1, long.MinValue, long.MaxValue, long.MinValue + 1, long.MaxValue - 1)),
        (2, Gen.Choose(-40, 40).Select(exponent => Math.Sign(exponent) * (1L << (Math.Abs(exponent) + 20)))),
        (1, Gen.Choose(int.MinValue, int.MaxValue).Select(number => (long)number)));

    static readonly Gen<long> Lots = Mostly(
        Gen.Elements(1, 7, 999, 1000, 1_000_000, MostLots - 1, MostLots), AnyLong.Select(lots => lots & long.MaxValue));

    static readonly Gen<long> Prices = Mostly(
        Gen.Elements(
            0, 1, -1, 100, 1000, -1000, 1_000_000, -1_000_000, FarthestTicks, FarthestTicks - 1, -FarthestTicks),
        AnyLong);

    static readonly Gen<byte> AnyByte = Gen.Choose(0, 255).Select(number => (byte)number);

    static readonly Gen<Request> Requests =
        from kind in Mostly(
            Gen.Frequency(
                (5, Gen.Constant<byte>(0)),
                (2, Gen.Choose(1, RealVenue.KnowsEveryOrder ? 5 : 3).Select(kind => (byte)kind))),
            AnyByte)
        from side in Mostly(Gen.Elements<byte>(0, 1), AnyByte)
        from type in Mostly(
            RealVenue.KnowsEveryOrder
                ? Gen.Elements<byte>(0, 0, 0, 1, 2, 3, 4, 5, 6, 7)
                : Gen.Elements<byte>(0, 0, 0, 1),
            AnyByte)
        from timeInForce in Mostly(Gen.Choose(0, 4).Select(number => (byte)number), AnyByte)
        from flags in Mostly(
            RealVenue.KnowsEveryOrder
                ? Gen.Elements<byte>(0, 0, 0, 1, 3, 4, 8, 16, 32, 48, 64, 68)
                : Gen.Elements<byte>(0, 0, 0, 1),
            AnyByte)
        from venue in AnyLong
        from instrument in Mostly(Gen.Choose(0, 1), Gen.Choose(short.MinValue, short.MaxValue))
        from participant in Mostly(Gen.Choose(0, 3), Gen.Elements(-1, 4, int.MinValue, int.MaxValue))
        from order in Mostly(
            Gen.Choose(1, 1000).Select(number => (long)number), Gen.Choose(0, 40).Select(exponent => 1L << exponent))
        from replaces in AnyLong
        from price in Prices
        from lots in Lots
        from expiry in Mostly(Gen.Choose(0, 300).Select(number => (long)number), AnyLong)
        from trigger in Prices
        from offset in Mostly(Gen.Elements<long>(0, 1, 100, FarthestTicks), AnyLong)
        from displayed in Mostly(Gen.Elements<long>(0, 0, 0, 1, 5, 1000), Lots)
        from minimum in Mostly(Gen.Elements<long>(0, 0, 0, 1, 5, 1000), Lots)
        select new Request(
            (RequestKind)kind, (Side)side, (OrderType)type, (TimeInForce)timeInForce, (OrderFlags)flags,
            new Listing(new((short)(venue & 0x7FFF)), new((short)instrument)), new(participant), new(order),
            new(replaces), new(price),
            new(lots), new(expiry))
        {
            Trigger = new(trigger), Offset = new(offset), Displayed = new(displayed), Minimum = new(
                RealVenue.KnowsEveryOrder ? minimum : 0),
        };

    [Theory]
    [InlineData(SettlementPolicy.Unlimited, 0)]
    [InlineData(SettlementPolicy.Unlimited, long.MaxValue)]
    [InlineData(SettlementPolicy.Unlimited, long.MinValue)]
    [InlineData(SettlementPolicy.Unlimited, long.MinValue + FarthestTicks)]
    [InlineData(SettlementPolicy.Reserve, long.MaxValue / 4)]
    [InlineData(SettlementPolicy.Reserve, long.MinValue)]
    [InlineData(SettlementPolicy.ShrinkAtMatch, long.MaxValue / 4)]
    [InlineData(SettlementPolicy.ShrinkAtMatch, 5_000_000_000)]
    [InlineData(SettlementPolicy.ShrinkAtMatch, -1)]
    public void Nothing_in_a_request_makes_a_venue_throw(SettlementPolicy policy, long cash) =>
        Pour(() => Open(policy, cash));

    [Theory]
    [InlineData(SettlementPolicy.Unlimited, 0, Fee.LargestPerLot, 1_000_000)]
    [InlineData(SettlementPolicy.Unlimited, long.MaxValue, -Fee.LargestPerLot, -1_000_000)]
    [InlineData(SettlementPolicy.Unlimited, long.MinValue, Fee.LargestPerLot, -1_000_000)]
    [InlineData(SettlementPolicy.Reserve, long.MaxValue / 4, Fee.LargestPerLot, 1_000_000)]
    [InlineData(SettlementPolicy.Reserve, long.MaxValue / 4, -Fee.LargestPerLot, -1_000_000)]
    [InlineData(SettlementPolicy.Reserve, long.MinValue, 1, 1)]
    [InlineData(SettlementPolicy.ShrinkAtMatch, long.MaxValue / 4, -Fee.LargestPerLot, -1_000_000)]
    [InlineData(SettlementPolicy.ShrinkAtMatch, long.MaxValue / 4, 1, 999_999)]
    [InlineData(SettlementPolicy.ShrinkAtMatch, -1, 1, 0)]
    public void Nor_do_the_largest_fees_and_limits(SettlementPolicy policy, long cash, long perLot, long millionths)
    {
        Fee fee = new(perLot, millionths);
        FeeSchedule fees = new(
            new FeeTier(0, fee, fee, fee), new FeeTier(1, new(-1), new(3, 7), new(0, -1)),
            new FeeTier(1_000_000_000, fee, fee, fee));
        RiskLimits limits = new()
        {
            Order = new(MostLots),
            Collar = new(2_000_000_000_000),
            CollarMillionths = 1_000_000,
            Position = new(long.MaxValue),
            Short = new(1_000_000_000_000_000),
            OpenOrders = int.MaxValue,
            Messages = new(5, new(long.MaxValue)),
            Loss = new(long.MaxValue),
            MarginMillionths = 1_000_000_000,
        };
        Pour(() => Open(policy, cash, fees));
        Pour(() => Open(policy, cash, fees, limits));
        Pour(() => Open(policy, cash, fees, limits with { Messages = null, MarginMillionths = 0 }));
    }

    static void Pour(Func<CheckedVenue> open) =>
        Property.Holds(Gen.ListOf(Requests).Select(list => new Flood([.. list])), flood => flood.Smaller(), flood =>
        {
            CheckedVenue venue = open();
            long now = 0;
            foreach (Request request in flood.Named())
            {
                Pass(venue, now++);
                venue.Apply(request, new Timestamp(now));
            }

            Pass(venue, now + 100);
            venue.Stop(new(1), new(0));
            venue.Close(new(0));
            venue.Close(new(1));
        });

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(0)]
    [InlineData(long.MaxValue)]
    public void Nothing_throws_at_either_end_of_time(long now)
    {
        CheckedVenue venue = Open(SettlementPolicy.Unlimited, 0);
        Request order = default(Request) with
        {
            Order = new(1), Quantity = Quantity.One, TimeInForce = TimeInForce.GoodTillTime, Expiry = Timestamp.Never,
        };

        venue.Apply(order, new Timestamp(now));
        Assert.Equal(now == long.MaxValue ? EventKind.Rejected : EventKind.Accepted, venue.Events.Written[0].Kind);
    }

    static void Pass(CheckedVenue venue, long now)
    {
        for (short i = 0; i < 2; i++)
        {
            while (venue.NextDeadline(new(i)) is { } due && due.Nanoseconds <= now)
                venue.Advance(new(i), due);
        }
    }

    static CheckedVenue Open(SettlementPolicy policy, long cash, FeeSchedule? fees = null, RiskLimits? limits = null)
    {
        Participant[] participants =
            [.. Enumerable.Range(0, 4).Select(p =>
                new Participant($"p{p}", "fuzz", new Cash(cash), [4 * MostLots, 1000 * p]))];
        Instrument[] instruments =
        [
            new() { Symbol = "A", TickSize = 1 },
            new() { Symbol = "B", TickSize = 1, CashPerTick = 250 },
        ];
        return new CheckedVenue(
            [new ContinuousRules(), new BatchRules { Interval = new(10) }],
            new MarketDirectory(["venue"], instruments, participants), policy,
            instrument => new RandomStream(1, $"lots/{instrument.Value}"), fees, [.. Enumerable.Repeat(limits, 4)]);
    }

    static Gen<T> Mostly<T>(Gen<T> usual, Gen<T> odd) => Gen.Frequency((20, usual), (1, odd));

    /// <summary>A list of requests of which most get a name that ascends.</summary>
    sealed class Flood(Request[] requests)
    {
        public IEnumerable<Request> Named() => requests.Select((request, place) => request.Kind switch
        {
            RequestKind.Enter when request.Order.Value <= 1000 => request with { Order = new(place + 1) },
            RequestKind.Replace when RealVenue.KnowsEveryOrder && request.Order.Value % 3 == 0 =>
                request with { Replaces = request.Order },
            RequestKind.Replace =>
                request with { Order = new(place + 1), Replaces = new(Math.Max(1, place - (request.Order.Value % 8))) },
            RequestKind.Cancel => request with { Order = new(Math.Max(1, place - (request.Order.Value % 8))) },
            _ => request,
        });

        public IEnumerable<Flood> Smaller()
        {
            for (int part = requests.Length / 2; part > 0; part /= 2)
            {
                for (int start = 0; start + part <= requests.Length; start += part)
                    yield return new Flood([.. requests.Take(start), .. requests.Skip(start + part)]);
            }
        }

        public override string ToString() =>
            Named().Aggregate(new StringBuilder(), (text, request) =>
                text.AppendLine().Append("  ").Append(request)).ToString();
    }
}
