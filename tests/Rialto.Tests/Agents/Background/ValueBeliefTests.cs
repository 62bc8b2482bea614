using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Tests.Agents.Background;

/// <summary>Beliefs about the value are those of Bayes' rule, computed by hand.</summary>
public sealed class ValueBeliefTests
{
    [Fact]
    public void Time_adds_the_variance_of_the_shocks()
    {
        ValueBelief later = new ValueBelief(100, 4).After(Duration.FromSeconds(3), new ValueDynamics(0, 0, 2));

        Assert.Equal(new ValueBelief(100, 10), later);
    }

    [Fact]
    public void A_reverting_value_is_halfway_back_after_its_half_life()
    {
        double reversion = Math.Log(2);
        ValueBelief later = new ValueBelief(140, 8).After(
            Duration.FromSeconds(1), new ValueDynamics(100, reversion, 3));

        Assert.Equal(120, later.Mean, 9);
        Assert.Equal((8 / 4.0) + (3 * 0.75 / (2 * reversion)), later.Variance, 9);
    }

    [Fact]
    public void An_observation_weighs_as_much_as_it_is_precise()
    {
        // The observation is three times as exact as the belief: 1/4 of the way is the belief's.
        ValueBelief after = new ValueBelief(100, 30).Given(104, 10);

        Assert.Equal(103, after.Mean, 12);
        Assert.Equal(7.5, after.Variance, 12);
    }

    [Fact]
    public void Who_is_certain_learns_nothing() =>
        Assert.Equal(new ValueBelief(100, 0), new ValueBelief(100, 0).Given(104, 10));

    [Fact]
    public void Two_equal_observations_halve_the_error_of_one()
    {
        ValueBelief after = new ValueBelief(0, 1e18).Given(104, 10).Given(106, 10);

        Assert.Equal(105, after.Mean, 6);
        Assert.Equal(5, after.Variance, 6);
    }
}
