using FsCheck;
using FsCheck.Fluent;
using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>
/// Whatever is asked of a venue with fees, every fee is what the schedule says, cash is conserved with the house's, no
/// account becomes negative where none may (<see cref="AccountCheck"/>), and at the end nothing stays reserved.
/// </summary>
public sealed class FeeProperties
{
    static readonly Gen<Fee> Fees =
        from perLot in Gen.Choose(-2, 3)
        from millionths in Gen.Elements(0, 0, 300, -300, 70_000, -70_000, 1_000_000, 999_999)
        select new Fee(perLot, millionths);

    static readonly Gen<FeeSchedule> Schedules =
        from tiers in Gen.Choose(1, 3)
        from step in Gen.Choose(1, 9)
        from fees in Gen.ArrayOf(Fees, 9)
        select new FeeSchedule([.. Enumerable.Range(0, tiers).Select(t =>
            new FeeTier(t * step, fees[3 * t], fees[(3 * t) + 1], fees[(3 * t) + 2]))]);

    static readonly Gen<RiskLimits?> Limits =
        from any in Gen.Choose(0, 1)
        from shorts in Gen.Choose(0, 5)
        from position in Gen.Choose(3, 12)
        from open in Gen.Choose(1, 5)
        from margin in Gen.Elements<long?>(null, null, 200_000)
        from loss in Gen.Elements<long?>(null, null, 20)
        from collar in Gen.Elements<long?>(null, null, 4)
        select any == 0 ? null : new RiskLimits
        {
            Short = new Quantity(shorts),
            Position = new Quantity(position + 20),
            OpenOrders = open,
            MarginMillionths = margin,
            Loss = loss is { } most ? new Cash(most) : null,
            Collar = collar is { } ticks ? new Ticks(ticks) : null,
        };

    public static TheoryData<SettlementPolicy> Policies => [.. Enum.GetValues<SettlementPolicy>()];

    [Theory, MemberData(nameof(Policies))]
    public void Fees_are_what_the_schedule_says_and_nothing_is_made_or_lost(SettlementPolicy policy)
    {
        int charged = 0;
        Gen<(FeeSchedule Schedule, RiskLimits? Limits, PriceRule Price, Session Session)> cases =
            from schedule in Schedules
            from limits in Limits
            from seed in Gen.Choose(0, int.MaxValue - 1)
            from count in Gen.Choose(0, 200)
            from price in Gen.Elements(Enum.GetValues<PriceRule>())
            select (
                schedule, limits, price,
                Session.Random(new RandomStream((ulong)seed, "session"), 2, count, everyOrder: true));
        Property.Holds(
            cases,
            failed => failed.Session.Smaller().Select(smaller => failed with { Session = smaller }),
            one => charged += new ChargedSession(policy, one.Schedule, one.Limits, one.Price).Play(one.Session));

        Assert.True(charged > 500, $"{charged} fees were charged");
    }
}
