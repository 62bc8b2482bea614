using Rialto.Simulation;

namespace Rialto.Tests.Simulation.Sweeps;

/// <summary>Points that fill a space of parameters (McKay, Beckman and Conover 1979).</summary>
public sealed class LatinHypercubeTests
{
    const string Ranges = """
        latin-hypercube:
          points: 20
          ranges:
            agents.random-traders.sleep: { from: 10 ms, to: 110 ms }
            agents.random-traders.cash: { from: 100, to: 500, round: 0.01 }
        """;

    [Fact]
    public void Every_twentieth_part_of_every_range_holds_one_of_twenty_points()
    {
        Sweep sweep = SweepText.With(Ranges);

        Assert.Equal(Enumerable.Range(0, 20), sweep.Cells.Select(cell =>
            (int)((cell.Values[0].Number!.Value - 0.01) / 0.1 * 20)).Order());
        Assert.Equal(Enumerable.Range(0, 20), sweep.Cells.Select(cell =>
            (int)((cell.Values[1].Number!.Value - 100) / 400 * 20)).Order());
        Assert.All(sweep.Parameters, parameter => Assert.True(parameter.IsSampled));
    }

    [Fact]
    public void The_points_follow_from_the_sweeps_seed()
    {
        string[] points = [.. SweepText.CellsOf(SweepText.With(Ranges))];

        Assert.Equal(points, SweepText.CellsOf(SweepText.With(Ranges + "\nseed: 1")));
        Assert.NotEqual(points, SweepText.CellsOf(SweepText.With(Ranges + "\nseed: 2")));
    }

    [Fact]
    public void Another_range_does_not_move_the_points_of_those_that_were_there()
    {
        Sweep before = SweepText.With(Ranges);
        Sweep after = SweepText.With(Ranges + "\n    duration: { from: 1 s, to: 2 s }");

        Assert.Equal(
            before.Cells.Select(cell => cell.Values[1].Label), after.Cells.Select(cell => cell.Values[1].Label));
    }
}
