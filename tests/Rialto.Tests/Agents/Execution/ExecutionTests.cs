using Rialto.Agents;

namespace Rialto.Tests.Agents.Execution;

/// <summary>How large orders are cut into slices.</summary>
public sealed class ExecutionTests
{
    [Fact]
    public void Equal_slices_leave_equally_less() =>
        Assert.Equal([8, 5, 2, 0], ExecutionSchedule.Even(10, 4));

    [Fact]
    public void Slices_by_volume_leave_what_the_other_intervals_will_trade() =>
        Assert.Equal([60, 40, 0], ExecutionSchedule.ByVolume(100, [2, 1, 2]));

    /// <summary>The paper's example, with ten thousand lots of a hundred shares.</summary>
    [Theory]
    [InlineData(0, "8000 6000 4000 2000 0")]
    [InlineData(1e-7, "7579 5446 3519 1727 0")]
    [InlineData(1e-6, "5420 2899 1479 621 0")]
    [InlineData(1e-5, "1779 316 56 10 0")]
    public void Almgren_and_Chriss_s_trajectory_of_least_cost(double riskAversion, string left)
    {
        double urgency = ShortfallOrder.Urgency(
            riskAversion, volatility: 0.95, temporaryImpact: 2.5e-6, permanentImpact: 2.5e-7);

        Assert.Equal(left, string.Join(' ', ExecutionSchedule.LeastCost(10_000, 5, urgency)));
    }

    [Theory]
    [InlineData(100, 0, 80, 20)]
    [InlineData(100, 15, 60, 25)]
    [InlineData(100, 50, 60, 0)]
    public void A_slice_makes_up_for_what_has_not_been_traded(long ordered, long traded, long left, long due) =>
        Assert.Equal(due, SlicedOrder.Due(ordered, traded, left));
}
