using Rialto.Analysis;
using Rialto.Trading;

namespace Rialto.Tests.Analysis;

public sealed class InformationShareTests
{
    [Fact]
    public void A_venue_that_only_the_other_follows_has_the_whole_share() =>
        Assert.Equal(new InformationShare(1, 1), InformationShare.Of(0, 0.5, 1, 0, 1));

    [Fact]
    public void Venues_that_answer_equally_share_what_they_learn_alone()
    {
        // γ = (½, ½), Ω = (1 ρ; ρ 1): the leader's share is (1 + ρ)² / ((1 + ρ)² + 1 − ρ²) = (1 + ρ) / 2.
        InformationShare share = InformationShare.Of(-0.3, 0.3, 1, 0.6, 1)!.Value;

        Assert.Equal(0.2, share.Lowest, 12);
        Assert.Equal(0.8, share.Highest, 12);
        Assert.Equal(0.5, share.Middle, 12);
    }

    [Fact]
    public void Bounds_meet_where_errors_are_independent()
    {
        // γ = (¾, ¼), variances 1 and 4: (9/16) / (9/16 + 4/16).
        InformationShare share = InformationShare.Of(-0.1, 0.3, 1, 0, 4)!.Value;

        Assert.Equal(9.0 / 13, share.Lowest, 12);
        Assert.Equal(share.Lowest, share.Highest, 12);
    }

    [Fact]
    public void Without_an_answer_or_any_movement_there_is_no_share()
    {
        Assert.Null(InformationShare.Of(0.2, 0.2, 1, 0, 1));
        Assert.Null(InformationShare.Of(-0.2, 0.2, 0, 0, 1));
        Assert.Null(InformationShare.Of(new double[50], new double[50]));
        Assert.Null(InformationShare.Of(new double[1_000], new double[1_000]));
    }

    [Fact]
    public void A_venue_that_copies_the_other_a_step_later_finds_no_price()
    {
        RandomStream random = new(11, "walk");
        double price = 1_000;
        double[] walk = new double[3_000];
        double[] copy = new double[3_000];
        for (int i = 0; i < walk.Length; i++)
        {
            copy[i] = price + (random.NextDouble() - 0.5);   // Noise of its own.
            price += 4 * (random.NextDouble() - 0.5);
            walk[i] = price;
        }

        InformationShare leader = InformationShare.Of(walk, copy)!.Value;
        InformationShare follower = InformationShare.Of(copy, walk)!.Value;

        Assert.True(leader.Lowest > 0.95, $"leader {leader}");
        Assert.True(follower.Highest < 0.05, $"follower {follower}");
    }
}
