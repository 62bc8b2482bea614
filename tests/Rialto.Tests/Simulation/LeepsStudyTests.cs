using System.Globalization;
using Rialto.Journal;
using Rialto.Markets;
using Rialto.Simulation;
using Rialto.Tests.House;
using Rialto.Trading;

namespace Rialto.Tests.Simulation;

/// <summary>The shipped LEEPS study, and the two files of the market simulator that it came from.</summary>
public sealed class LeepsStudyTests
{
    const string MarketHeader =
        "timestamp,subsession_id,market_id,trigger_msg_type,reference_price,best_bid,best_offer,next_bid,next_offer,"
            + "volume_at_best_bid,"
        + "volume_at_best_offer,e_best_bid,e_best_offer,signed_volume,e_signed_volume,clearing_price,transacted_volume";

    const string AgentHeader =
        "timestamp,subsession_id,account_id,trigger_msg_type,market_id,trader_model_name,inventory,best_bid,best_offer,"
            + "next_bid,next_offer,"
        + "e_best_bid,e_best_offer,bid,offer,best_bid_except_me,best_offer_except_me,delay,staged_bid,staged_offer,"
            + "implied_bid,implied_offer,"
        + "slider_a_x,slider_a_y,slider_a_z,net_worth,cash,tax_paid,speed_cost";

    static readonly string Shipped = Repository.PathOf("scenarios/leeps-two-markets.yaml");

    public static TheoryData<string> Formats => ["CDA/CDA", "FBA/CDA", "CDA/FBA", "FBA/FBA"];

    [Fact]
    public void The_shipped_study_is_a_few_hundred_steps_and_its_agents_keep_their_rules()
    {
        Scenario scenario = ScenarioRun.Read(Shipped);
        Assert.Equal(12_338UL, scenario.Seed);

        Dictionary<ulong, long> steps = [];
        foreach (ulong seed in (ulong[])[12_338, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
        {
            EloRules rules = new(scenario.Build(seed).Directory);
            SimulationRun run = ScenarioRun.Run(scenario, seed, rules);
            Assert.Empty(run.Market.StoppedAgents);
            Assert.True(rules.Requests > 10, $"seed {seed}: {rules.Requests} requests of the agents");
            steps[seed] = run.Market.Steps;
        }

        Assert.InRange(steps[12_338], 200, 500);
        Assert.All(steps, seed => Assert.InRange(seed.Value, 150, 2_000));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_two_files_have_the_predecessors_columns_and_say_what_happened(string formats)
    {
        Study study = Run(formats, seed: 5);
        Study again = Run(formats, seed: 5);
        Assert.Equal(study.MarketFile, again.MarketFile);
        Assert.Equal(study.AgentFile, again.AgentFile);
        Assert.NotEqual(study.MarketFile, Run(formats, seed: 6).MarketFile);

        (List<Dictionary<string, string>> market, List<Dictionary<string, string>> agents) =
            (Rows(study.MarketFile, MarketHeader), Rows(study.AgentFile, AgentHeader));
        Assert.Empty(
            market.Select(row => row["trigger_msg_type"]).Except(["E", "Q", "Z", "market_start", "market_end"]));
        Assert.Empty(agents.Select(row => row["trigger_msg_type"]).Except(
            ["A", "U", "C", "E", "bbo_change", "post_batch", "external_feed_change", "speed", "slider", "market_start",
                "market_end"]));
        Assert.Equal(
            formats.Contains("FBA", StringComparison.Ordinal), market.Any(row => row["trigger_msg_type"] == "Z"));
        Assert.Equal(["0", "1"], market.Select(row => row["market_id"]).Distinct().Order());
        Assert.Single(market.Concat(agents).Select(row => row["subsession_id"]).Distinct());

        Assert.All(market, row => AreWhole(
            row, "reference_price", "best_bid", "best_offer", "next_bid", "next_offer", "volume_at_best_bid",
            "volume_at_best_offer", "e_best_bid", "e_best_offer", "clearing_price", "transacted_volume"));
        Assert.All(agents, row => AreWhole(row, "inventory", "best_bid", "best_offer", "bid", "offer", "staged_bid",
            "staged_offer", "implied_bid", "implied_offer", "net_worth", "cash", "tax_paid", "speed_cost"));
        Assert.All(
            market.Where(row => row["best_bid"].Length > 0), row =>
                Assert.InRange(long.Parse(row["best_bid"], CultureInfo.InvariantCulture), 700_000, 1_300_000));
        Assert.Equal(market.Select(row => row["timestamp"]).Order(StringComparer.Ordinal), market.Select(row =>
            row["timestamp"]));
        Assert.Equal(agents.Select(row => row["timestamp"]).Order(StringComparer.Ordinal), agents.Select(row =>
            row["timestamp"]));
        Assert.StartsWith("1970-01-01 00:00:00.000000,", study.MarketFile.Split('\n')[1], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_last_cash_and_inventory_of_every_account_are_the_sums_of_its_trades(string formats)
    {
        Study study = Run(formats, seed: 5);
        List<Dictionary<string, string>> last =
            [.. Rows(study.AgentFile, AgentHeader).GroupBy(row => row["account_id"]).Select(account => account.Last())];

        Assert.All(last, row => Assert.Equal("market_end", row["trigger_msg_type"]));
        Assert.Equal(
            study.Fold.Accounts.Select(account => $"{account.Cash} {account.Inventory}").Order(StringComparer.Ordinal),
            last.Select(row => $"{row["cash"]} {row["inventory"]}").Order(StringComparer.Ordinal));
        Assert.Equal(0, last.Sum(row => long.Parse(row["cash"], CultureInfo.InvariantCulture)));
        Assert.Equal(0, last.Sum(row => long.Parse(row["inventory"], CultureInfo.InvariantCulture)));
        Assert.True(study.Fold.Trades > 5);
    }

    [Fact]
    public void No_value_is_a_blank_and_an_execution_is_told_twice()
    {
        Study study = Run("CDA/CDA", seed: 5);
        List<Dictionary<string, string>> market = Rows(study.MarketFile, MarketHeader);

        Assert.Equal(
            ["market_start", "", "", "", "", "", "", "", "", "", "0", "0", "", ""],
            MarketHeader.Split(',')[3..].Select(column => market[0][column]));
        Assert.Equal(
            ["market_start", "", "", "", "", "", "", "", "", "", "0", "", "", ""],
            MarketHeader.Split(',')[3..].Select(column => market[1][column]));
        Assert.Equal(2 * study.Fold.Trades, market.Count(row => row["trigger_msg_type"] == "E"));
        Assert.DoesNotContain("2147483647", study.MarketFile + study.AgentFile, StringComparison.Ordinal);
    }

    static void AreWhole(Dictionary<string, string> row, params ReadOnlySpan<string> columns)
    {
        foreach (string column in columns)
        {
            Assert.True(
                row[column].Length == 0
                    || long.TryParse(row[column], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
                $"{column} {row[column]}");
        }
    }

    static List<Dictionary<string, string>> Rows(string file, string header)
    {
        string[] lines = file.Split('\n');
        Assert.Equal(header, lines[0]);
        Assert.Equal("", lines[^1]);
        string[] columns = header.Split(',');
        return [.. lines[1..^1].Select(line =>
            columns.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    static Study Run(string formats, ulong seed)
    {
        using TemporaryFolder folder = new();
        string text = LeepsText.With("focal_market_format: CDA", $"focal_market_format: {formats.Split('/')[0]}")
            .Replace(
                "external_market_format: CDA", $"external_market_format: {formats.Split('/')[1]}",
                StringComparison.Ordinal);
        Scenario scenario = ScenarioRun.Read(folder.Write("parameters.yaml", text));
        MarketSetup setup = scenario.Build(seed);

        using StringWriter marketFile = new();
        using StringWriter agentFile = new();
        TradeFold fold = new(setup.Directory.Participants.Count);
        SimulationRun run = ScenarioRun.Run(
            scenario, seed, new LeepsMarketFile(marketFile, scenario.Leeps!, setup.Directory, seed),
            new LeepsAgentFile(agentFile, setup), fold);
        Assert.Empty(run.Market.StoppedAgents);
        return new Study(marketFile.ToString(), agentFile.ToString(), fold);
    }

    sealed record Study(string MarketFile, string AgentFile, TradeFold Fold);

    /// <summary>What the executions make of every account.</summary>
    sealed class TradeFold(int participants) : IMarketListener
    {
        readonly long[] _cash = new long[participants];
        readonly long[] _inventory = new long[participants];

        public int Trades { get; private set; }

        public IEnumerable<(long Cash, long Inventory)> Accounts => _cash.Zip(_inventory);

        public void OnStep(in Step step)
        {
            foreach (MarketEvent happened in step.Events)
            {
                Trades += happened.Kind == EventKind.Trade ? 1 : 0;
                if (happened.Kind != EventKind.Executed)
                    continue;

                _cash[happened.Participant.Value] -= happened.Side.Sign * happened.Price.Ticks * happened.Quantity.Lots;
                _inventory[happened.Participant.Value] += happened.Side.Sign * happened.Quantity.Lots;
            }
        }
    }
}
