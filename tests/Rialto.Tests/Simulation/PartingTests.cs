using Rialto.Journal;
using Rialto.Simulation;
using Rialto.Trading;

namespace Rialto.Tests.Simulation;

/// <summary>Two runs are followed until they part, by executing them again or from their journals.</summary>
public sealed class PartingTests
{
    const string Order =
        "\ninterventions: [{ at: 5 s, enter: { as: whale, venue: focal, side: buy, quantity: 7, price: 12.34 } }]";

    [Fact]
    public void Equal_runs_do_not_part() =>
        Assert.Null(Parting.Of(Execute(ScenarioText.Good, 7), Execute(ScenarioText.Good, 7)));

    [Fact]
    public void A_run_and_its_own_journal_do_not_part() =>
        Assert.Null(Parting.Of(Execute(ScenarioText.Good, 7), Journal(ScenarioText.Good, 7)));

    [Fact]
    public void The_first_step_that_differs_is_named_with_those_around_it()
    {
        Parting parting = Parting.Of(Execute(ScenarioText.Good, 7), Journal(ScenarioText.Good + Order, 7))!;

        Assert.Equal(Timestamp.Zero + Duration.FromSeconds(5), parting.At);
        Assert.Equal("focal/XYZ: whale enters 1, buy 7 at 12.34", parting.What.Second);
        Assert.NotEqual(parting.What.Second, parting.What.First);
        Assert.Equal(4, parting.Before.Count);
        Assert.StartsWith($"step {parting.Sequence - 1}, ", parting.Before[^1], StringComparison.Ordinal);
        Assert.StartsWith(
            $"step {parting.Sequence}, 5.000000000 s, focal/XYZ: whale enters 1", parting.Second[0],
            StringComparison.Ordinal);
        Assert.NotEmpty(parting.First);
    }

    [Fact]
    public void Other_chance_parts_at_the_first_order_that_differs()
    {
        Parting parting = Parting.Of(Execute(ScenarioText.Good, 7), Execute(ScenarioText.Good, 8))!;

        Assert.Equal(1, parting.Sequence);
        Assert.Empty(parting.Before);
        Assert.NotEqual(parting.What.First, parting.What.Second);
    }

    [Fact]
    public void A_run_that_ends_earlier_parts_where_it_ends()
    {
        Parting parting = Parting.Of(
            Execute(ScenarioText.Good, 7), Execute(ScenarioText.With("duration: 10 s", "duration: 4 s"), 7))!;

        Assert.Equal(Timestamp.Zero + Duration.FromSeconds(4), parting.At);
        Assert.Contains(": close", parting.What.Second, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_is_not_what_it_was_is_refused()
    {
        ExecutedSteps steps = new(ScenarioText.Read(ScenarioText.Good), 7, [new Checkpoint(new(10_000_000), 5, 1)]);

        Assert.Throws<BranchException>(() => Parting.Of(steps, Execute(ScenarioText.Good, 7)));
    }

    static ExecutedSteps Execute(string scenario, ulong seed) =>
        new(ScenarioText.Read(scenario), seed, ScenarioRun.Run(ScenarioText.Read(scenario), seed).Checkpoints);

    static JournaledSteps Journal(string text, ulong seed)
    {
        MemoryStream stream = new();
        JournalWriter journal = new(stream, new JournalHeader(DateTimeOffset.UnixEpoch, seed, text));
        SimulationRun run = new(ScenarioText.Read(text), seed, journal);
        while (run.Advance())
        {
        }

        journal.End(run.Market.Hash);
        stream.Position = 0;
        return new JournaledSteps(ScenarioText.Read(text), new JournalReader(stream));
    }
}
