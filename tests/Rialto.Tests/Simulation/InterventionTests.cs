using Rialto.Agents;
using Rialto.Journal;
using Rialto.Markets;
using Rialto.Simulation;
using Rialto.Tests.Markets;
using Rialto.Trading;

namespace Rialto.Tests.Simulation;

/// <summary>
/// The section <c>interventions</c>: what is done from outside happens at its time, and changes nothing before.
/// </summary>
public sealed class InterventionTests
{
    const string Text =
        """
        name: interventions
        duration: 10 s
        seed: 3
        instruments:
          XYZ: { tick: 0.01, lot: 1 }
        venues:
          main: { institution: continuous, ties: arrival }
        values:
          XYZ: { start: 100 }
        agents:
          - investors: { name: flow, rate: 10 / s, offset: 0.10, deviation: 0.20, grid: 0.01, lifetime: 5 s }
          - investors: { name: slow, count: 2, rate: 2 / s, offset: 0.10, deviation: 0.20, grid: 0.01, lifetime: 5 s }
        """;

    static readonly Timestamp Five = Timestamp.Zero + Duration.FromSeconds(5);

    [Fact]
    public void Somebody_outside_enters_an_order_and_cancels_it()
    {
        IReadOnlyList<string> told = Run(
            "{ at: 5 s, enter: { as: whale, side: buy, quantity: 7, price: 50.25, name: first } }",
            "{ at: 6 s, cancel: { as: whale, order: first } }",
            "{ at: 5500 ms, enter: { as: whale, side: sell, quantity: 2, price: 150 } }").Of("whale");

        Assert.Equal(
        [
            "5000 whale accepted 1 Buy 7@5025",
            "5500 whale accepted 2 Sell 2@15000",
            "6000 whale canceled 1 Requested",
            "10000 whale canceled 2 Closed",
        ], told);
    }

    [Fact]
    public void A_market_order_from_outside_trades_with_those_who_are_there()
    {
        Ended run = Run("{ at: 5 s, enter: { as: whale, side: sell, quantity: 3, cash: 10, inventory: 5 } }");
        Participant whale = run.Run.Setup.Directory.Participants[^1];

        Assert.Equal(("whale", 1000L, 5L), (whale.Name, whale.OpeningCash.Units, whale.OpeningInventory[0]));
        Assert.Equal(2, run.Run.Market.InventoryOf(new(run.Run.Setup.Directory.Participants.Count - 1), new(0)));
        Assert.All(run.Of("whale"), line => Assert.StartsWith("5000 whale ", line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_venue_is_halted_and_resumed()
    {
        IReadOnlyList<string> told = Run("{ at: 5 s, halt: { venue: main } }", "{ at: 6 s, resume: {} }").Log.Lines;

        string[] refused = [.. told.Where(line => line.EndsWith("NotInThisState", StringComparison.Ordinal))];
        Assert.NotEmpty(refused);
        Assert.All(refused, line => Assert.InRange(double.Parse(line.Split(' ')[0], Culture), 5000, 6000));
    }

    [Fact]
    public void A_group_leaves_and_its_orders_go_with_it()
    {
        Ended run = Run("{ at: 5 s, stop: slow }");

        Assert.DoesNotContain(run.After("slow/1", "slow/2"), line =>
            !line.Contains(" canceled ", StringComparison.Ordinal));
        Assert.NotEmpty(run.After("flow"));
    }

    [Fact]
    public void A_group_enters_with_an_account_and_chance_of_its_own()
    {
        Ended run = Run("{ at: 5 s, add: { investors: { name: late, count: 2, start: 1 s, rate: 10 / s, offset: 0, "
            + "deviation: 0.01, grid: 0.01, lifetime: 1 s } } }");

        Assert.All(run.Of("late/1", "late/2"), line => Assert.True(double.Parse(line.Split(' ')[0], Culture) > 6000));
        Assert.NotEmpty(run.Of("late/2"));
    }

    [Fact]
    public void A_parameter_of_a_group_is_set_by_putting_other_agents_in_its_place_as_often_as_one_likes()
    {
        Ended run = Run(
            "{ at: 5 s, set: { agents.flow.offset: 3, agents.flow.deviation: 0 } }",
            "{ at: 7 s, set: { agents.flow.offset: 2 } }");

        Assert.DoesNotContain(run.After("flow"), line => line.Contains(" accepted ", StringComparison.Ordinal));
        Assert.NotEmpty(run.Of("flow@2"));
        Assert.All(run.Of("flow@2").Where(line => line.Contains(" accepted ", StringComparison.Ordinal)), line =>
            Assert.Matches("@(9700|10300)$", line));
        Assert.All(run.Of("flow@3").Where(line => line.Contains(" accepted ", StringComparison.Ordinal)), line =>
            Assert.Matches("@(9800|10200)$", line));
    }

    [Fact]
    public void A_value_is_shocked_and_stays_so()
    {
        FundamentalValue value = ScenarioText.Read(Text + "\ninterventions: [{ at: 5 s, shock: { XYZ: -2.50 } }, { at: "
            + "6 s, shock: { XYZ: 1 } }]").Build(1).Values[0]!;

        Assert.Equal(
            [10000, 10000, 9750, 9850],
            new[] { 0, 5_000_000_000, 5_000_000_001, 7_000_000_000 }.Select(at => value.At(new(at)).Ticks));
        Assert.Equal(new Timestamp(5_000_000_001), value.NextMove(Timestamp.Zero));
        Assert.Equal(new Timestamp(6_000_000_001), value.NextMove(new(5_000_000_001)));
        Assert.Equal(Timestamp.Never, value.NextMove(new(6_000_000_001)));
    }

    [Theory]
    [InlineData("{ at: 5 s, enter: { as: whale, side: buy, quantity: 7 } }")]
    [InlineData("{ at: 5 s, halt: {} }")]
    [InlineData("{ at: 5 s, stop: [slow/1, flow] }")]
    [InlineData("{ at: 5 s, add: { investors: { name: late, rate: 10 / s, offset: 0, deviation: 0.01, grid: 0.01, "
        + "lifetime: 1 s } } }")]
    [InlineData("{ at: 5 s, set: { agents.slow.rate: 20 / s } }")]
    [InlineData("{ at: 5 s, shock: { XYZ: 1.00 } }")]
    public void Nothing_changes_before_its_time_and_the_journal_gives_all_of_it_again(string intervention)
    {
        Ended without = Run();
        Ended with = Run(intervention);
        Checkpoint before = without.Run.Checkpoints.Last(checkpoint => checkpoint.At < Five);

        Assert.Contains(before, with.Run.Checkpoints);
        Assert.NotEqual(without.Run.Market.Hash, with.Run.Market.Hash);

        Market replayed = new(with.Scenario.Build(3) with { Agents = [] });
        foreach (JournalRecord record in with.Journal.Records)
        {
            Assert.Equal(record.Hash, replayed.Hash);
            replayed.Replay(record.Input);
        }

        Assert.Equal(with.Run.Market.Hash, replayed.Hash);
    }

    [Theory]
    [InlineData("{ halt: {} }", "'at' is missing")]
    [InlineData("{ at: 5 s }", "expected one of: enter, cancel, halt, resume, call, stop, add, set, shock; found none")]
    [InlineData("{ at: 5 s, halt: {}, resume: {} }", "found several")]
    [InlineData("{ at: 5 s, hlat: {} }", "unknown key 'hlat'; did you mean")]
    [InlineData("{ at: 5 s, stop: slw }", "there is no agent or group 'slw'; did you mean 'slow'?")]
    [InlineData("{ at: 5 s, enter: { as: flow, side: buy, quantity: 1 } }", "'flow' is decided by code")]
    [InlineData("{ at: 5 s, enter: { as: whale, side: up, quantity: 1 } }", "found 'up'")]
    [InlineData("{ at: 5 s, cancel: { as: whale, order: first } }", "whale has entered no such order before")]
    [InlineData(
        "{ at: 5 s, set: { venues.main.ties: random } }", "'venues.main.ties' cannot be set while a market runs")]
    [InlineData("{ at: 5 s, set: { agents.fast.rate: 1 / s } }", "there is no group 'fast'")]
    [InlineData("{ at: 5 s, set: { agents.slow.speed: 1 } }", "unknown key 'speed'")]
    [InlineData("{ at: 5 s, shock: { ABC: 1 } }", "'ABC' has no value")]
    [InlineData("{ at: 5 s, add: { investors: { name: flow, rate: 1 / s, offset: 0, deviation: 0, grid: 0.01, "
        + "lifetime: 1 s } } }", "a group is called 'flow' already")]
    public void What_cannot_be_done_is_an_error_that_says_where(string intervention, string expected)
    {
        ScenarioException refused = Assert.Throws<ScenarioException>(() =>
            ScenarioText.Read($"{Text}\ninterventions: [{intervention}]"));

        Assert.StartsWith("scenario.yaml:", refused.Message, StringComparison.Ordinal);
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }

    static IFormatProvider Culture => System.Globalization.CultureInfo.InvariantCulture;

    static Ended Run(params IReadOnlyList<string> interventions)
    {
        Scenario scenario = ScenarioText.Read($"{Text}\ninterventions: [{string.Join(", ", interventions)}]");
        KeptJournal journal = new();
        SimulationRun run = new(scenario, 3, journal);
        EventLog log = new(run.Setup.Directory);
        MarketMonitors monitors = new(run.Market, run.Setup);
        run.Market.Add(log);
        run.Market.Add(monitors);
        while (run.Advance())
        {
        }

        monitors.Complete();
        Assert.Empty(run.Market.StoppedAgents);
        return new Ended(scenario, run, log, journal);
    }

    sealed record Ended(Scenario Scenario, SimulationRun Run, EventLog Log, KeptJournal Journal)
    {
        public IReadOnlyList<string> Of(params IReadOnlyList<string> names) =>
            [.. Log.Lines.Where(line => names.Contains(line.Split(' ')[1]))];

        public IReadOnlyList<string> After(params IReadOnlyList<string> names) =>
            [.. Of(names).Where(line => double.Parse(line.Split(' ')[0], Culture) >= 5000)];
    }
}
