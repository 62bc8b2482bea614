using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>
/// Rules of trading say in words what they are, and numbers that mean nothing are refused where they are given.
/// </summary>
public sealed class RulesTests
{
    static readonly PriceBands Bands = new() { Interruption = new(1) };
    static readonly TradingSchedule Schedule = new([new(new(1), TradingState.Continuous)]);
    static readonly ContinuousRules Continuous = new();
    static readonly BatchRules Batch = new() { Interval = new(10) };

    public static TheoryData<InstitutionRules, string> Described => new()
    {
        { Continuous, "continuous double auction" },
        { Continuous with { Price = PriceRule.Midpoint }, "continuous double auction, at the midpoint of two limits" },
        { Continuous with { Price = PriceRule.Overlap }, "continuous double auction, the overlap goes to the house" },
        {
            Continuous with { FollowsExternalReference = true },
            "continuous double auction, pegs follow quotes from elsewhere"
        },
        { Batch with { Price = BatchPrice.Midpoint }, "frequent batch auction every 10 ns, midpoint price" },
        { Batch with { Price = BatchPrice.Seller }, "frequent batch auction every 10 ns, seller's price" },
        { Batch with { Rationing = Rationing.Time }, "frequent batch auction every 10 ns, time rationing" },
        { new CallRules(), "call auction on demand" },
        { new CallRules { Interval = new(10) }, "call auction every 10 ns" },
        { new ScheduledRules { Inner = Batch }, "frequent batch auction every 10 ns" },
        { new ScheduledRules { Inner = Continuous, Bands = Bands }, "continuous double auction within price bands" },
        {
            new ScheduledRules { Inner = Continuous, Schedule = Schedule },
            "continuous double auction in trading sessions"
        },
        {
            new ScheduledRules { Inner = Continuous, Schedule = Schedule, Bands = Bands },
            "continuous double auction in trading sessions and within price bands"
        },
    };

    [Theory]
    [MemberData(nameof(Described))]
    public void A_rule_says_what_it_is(InstitutionRules rules, string description) =>
        Assert.Equal(description, rules.Description);

    [Fact]
    public void A_time_that_cannot_be_is_refused()
    {
        AssertOutOfRange(() => new PriceBands { Interruption = default });
        AssertOutOfRange(() => Bands with { RandomEnd = new(-1) });
        AssertOutOfRange(() => new ScheduledRules { Inner = Continuous, Reopening = new(-1) });
        AssertOutOfRange(() => new CallRules { Interval = default(Duration) });
        AssertOutOfRange(() => new CallRules { Phase = new(-1) });
        AssertOutOfRange(() => new MessageRate(1, default));
    }

    [Fact]
    public void A_band_is_from_nothing_to_all_of_the_price()
    {
        AssertOutOfRange(() => PriceBand.OfTicks(new(-1)));
        AssertOutOfRange(() => PriceBand.OfShare(-1));
        AssertOutOfRange(() => PriceBand.OfShare(1_000_001));
        Assert.Equal(new Ticks(0), PriceBand.OfShare(0).Around(new(-7)));
        Assert.Equal(new Ticks(7), PriceBand.OfShare(1_000_000).Around(new(-7)));
    }

    [Fact]
    public void A_limit_is_not_negative_and_has_an_end()
    {
        AssertOutOfRange(() => new MessageRate(0, new(1)));
        AssertOutOfRange(() => new MessageRate(MessageRate.Most + 1, new(1)));
        AssertOutOfRange(() => new RiskLimits { Collar = new(-1) });
        AssertOutOfRange(() => new RiskLimits { CollarMillionths = -1 });
        AssertOutOfRange(() => new RiskLimits { CollarMillionths = 1_000_001 });
        AssertOutOfRange(() => new RiskLimits { Short = new(1_000_000_000_000_001) });
        AssertOutOfRange(() => new RiskLimits { OpenOrders = -1 });
        AssertOutOfRange(() => new RiskLimits { Loss = new(-1) });
        AssertOutOfRange(() => new RiskLimits { MarginMillionths = -1 });
        AssertOutOfRange(() => new RiskLimits { MarginMillionths = 1_000_000_001 });

        RiskLimits widest = new()
        {
            Collar = default(Ticks), CollarMillionths = 1_000_000, Short = new(1_000_000_000_000_000), OpenOrders = 0,
            Loss = Cash.Zero, MarginMillionths = 1_000_000_000, Messages = new(MessageRate.Most, new(1)),
        };
        Assert.Equal(
            new RiskLimits(),
            widest with
            {
                Collar = null, CollarMillionths = null, Short = null, OpenOrders = null, Loss = null,
                MarginMillionths = null, Messages = null,
            });
    }

    [Fact]
    public void A_call_does_not_draw_lots_and_has_no_sessions()
    {
        Assert.Throws<ArgumentException>(() => new CallRules { Rationing = Rationing.RandomByAge });
        Assert.Throws<ArgumentException>(() =>
            new ScheduledRules { Inner = Continuous, Rationing = Rationing.RandomByAge });
        Assert.Throws<ArgumentException>(() => new ScheduledRules { Inner = new CallRules() });
    }

    static void AssertOutOfRange(Func<object> create) => Assert.Throws<ArgumentOutOfRangeException>(() => _ = create());
}
