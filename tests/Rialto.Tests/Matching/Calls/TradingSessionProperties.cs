using FsCheck.Fluent;
using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>
/// Random days, with halts and calls at any time: at every step all that <see cref="CheckedVenue"/> checks holds. The
/// public book is the venue's wherever it is shown, and after every auction; a hidden one does not stir; nothing trades
/// in a halt.
/// </summary>
public sealed class TradingSessionProperties
{
    const int Listings = 6;

    static readonly TradingSchedule Day = new(
    [
        new(new(5), TradingState.PreOpen),
        new(new(15), TradingState.OpeningAuction),
        new(new(25), TradingState.Continuous),
        new(new(75), TradingState.ClosingAuction),
        new(new(85), TradingState.Closed),
    ], new Duration(90));

    static readonly PriceBands Bands = new()
    {
        Static = PriceBand.OfTicks(new(3)), Dynamic = PriceBand.OfShare(400_000), Reference = new(
            3), Interruption = new(4), RandomEnd = new(
            3),
    };

    public static TheoryData<SettlementPolicy, BookDisplay> Cases => [.. Enum.GetValues<SettlementPolicy>().SelectMany(
        policy => Enum.GetValues<BookDisplay>().Select(display => (policy, display)))];

    [Theory, MemberData(nameof(Cases))]
    public void Whatever_happens_on_a_day_its_books_and_accounts_are_right(SettlementPolicy policy, BookDisplay display)
    {
        HashSet<TradingState> met = [];
        Property.Holds(Gen.Choose(0, 1_000_000), seed => Play((ulong)seed, policy, display, met));

        Assert.Equal(Enum.GetValues<TradingState>(), met.Order());
    }

    static void Play(ulong seed, SettlementPolicy policy, BookDisplay display, HashSet<TradingState> met)
    {
        RandomStream random = new(seed, "day");
        InstitutionRules[] rules =
        [
            new ScheduledRules
            {
                Inner = new ContinuousRules(), Schedule = Day, Bands = Bands, Display = display, Reopening = new(6),
            },
            new ScheduledRules
            {
                Inner = new BatchRules { Interval = new(7) }, Schedule = Day, Display = display,
                Rationing = Rationing.ProRata,
            },
            new CallRules { Interval = new(11), Phase = new(3), Display = display, Rationing = Rationing.ProRata },
            new ContinuousRules(),
            new BatchRules { Interval = new(5) },
            new SpeedBumpRules
            {
                Inner = new ScheduledRules
                {
                    Inner = new ContinuousRules(), Schedule = Day, Bands = Bands, Display = display,
                },
                Delay = new(2),
            },
        ];
        Instrument[] instruments = [.. rules.Select((_, i) => new Instrument { Symbol = $"I{i}", TickSize = 1 })];
        Participant[] people = [.. Enumerable.Range(0, 4).Select(p =>
            new Participant($"p{p}", "people", new Cash(60), [.. rules.Select(_ => 9L)]))];
        CheckedVenue venue = new(rules, new MarketDirectory(["venue"], instruments, people), policy, id =>
            new RandomStream(seed, $"lots/{id.Value}"));

        long now = 0;
        for (long name = 1; name <= 120; name++)
        {
            now += random.NextBelow(3) == 0 ? random.NextBetween(0, 5) : 0;
            Pass(venue, now, met);
            InstrumentId instrument = new((short)random.NextBelow((ulong)rules.Length));
            switch (random.NextBelow(40))
            {
                case 0:
                    venue.Halt(instrument, new(now));
                    break;
                case 1 or 2:
                    venue.Resume(instrument, new(now));
                    break;
                case 3:
                    venue.Call(instrument, new(now));
                    break;
                case 4 when name > 100:
                    venue.Close(instrument);
                    break;
                default:
                    venue.Apply(Any(random, name, now, instrument), new(now));
                    break;
            }

            Note(met, venue.Events.Written);
        }

        Pass(venue, now + 200, met);
    }

    static void Pass(CheckedVenue venue, long now, HashSet<TradingState> met)
    {
        for (short i = 0; i < Listings; i++)
        {
            while (venue.NextDeadline(new(i)) is { } due && due.Nanoseconds <= now)
            {
                venue.Advance(new(i), due);
                Note(met, venue.Events.Written);
            }
        }
    }

    static void Note(HashSet<TradingState> met, ReadOnlySpan<MarketEvent> events)
    {
        foreach (MarketEvent happened in events)
        {
            if (happened.Kind == EventKind.StateChanged)
                met.Add(happened.State);
        }
    }

    static Request Any(RandomStream random, long name, long now, InstrumentId instrument)
    {
        RequestKind kind = random.NextBelow(10) switch { 0 => RequestKind.Cancel, 1 => RequestKind.Replace,
            2 when random.NextBoolean() => RequestKind.CancelAll, _ => RequestKind.Enter };
        ClientOrderId earlier = new(Math.Max(1, name - random.NextBetween(1, 30)));
        return new Request(
            kind, random.NextSide(), random.NextBelow(5) == 0 ? OrderType.Market : OrderType.Limit,
            (TimeInForce)random.NextBelow(5), random.NextBelow(9) == 0 ? OrderFlags.PostOnly : OrderFlags.None,
            new Listing(default, instrument), new((int)random.NextBelow(4)),
            kind == RequestKind.Cancel ? earlier : new(name), earlier, new(random.NextBetween(0, 8)),
            new(kind == RequestKind.Cancel ? random.NextBetween(0, 2) : random.NextBetween(1, 6)),
            new(now + random.NextBetween(1, 30)));
    }
}
