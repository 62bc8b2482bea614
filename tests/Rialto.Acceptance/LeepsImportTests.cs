namespace Rialto.Acceptance;

/// <summary>
/// The parameter file of the LEEPS market simulator runs as it is, and the two files of its users come out.
/// </summary>
public sealed class LeepsImportTests : IDisposable
{
    const string Parameters = """
        # A parameters.yaml as the simulator has it, with numbers of our own.
        session_duration: 12
        initial_price: 1000000
        fundamental_value_noise_mean: 0
        fundamental_value_noise_std: 2000
        read_fundamental_values_from_array: True
        exogenous_order_price_noise_mean: 0
        exogenous_order_price_noise_std: 9000
        bid_ask_offset: 5000
        time_in_force: 4
        focal_market_format: FBA
        external_market_format: CDA
        focal_market_fba_interval: 2
        external_market_fba_interval: 1
        lambdaJ: 0.5
        lambdaI: [0.2, 0.1]
        tax_rate: 0.2
        k_reference_price: 0.1
        k_signed_volume: 0.4
        a_x_multiplier: 2
        a_y_multiplier: 1
        speed_unit_cost: 10000
        random_seed: 4711
        fundamental_values:
          - [1, 1000000]
          - [6, 1030000]
        agent_state_configs:
          - [2, 1, 0, 1, 0.2, 0.5]
          - [3, 2, 1, 0, 0.1, 0.2]
          - [7, 1, 1, 0.5, 0.1, 0.5]
        """;

    readonly TemporaryFolder _folder = new();
    readonly string _parameters;

    public LeepsImportTests() => _parameters = _folder.Write("parameters.yaml", Parameters);

    [Fact]
    public void The_two_files_of_the_simulator_have_its_columns()
    {
        Command.Rialto("simulate", _parameters, "--out", _folder.PathOf("run")).Succeed();
        KeptRun run = new(_folder.PathOf("run"));

        Assert.Equal(4711, run.Manifest["seed"]!.GetValue<long>());
        Assert.Equal(
            "timestamp,subsession_id,market_id,trigger_msg_type,reference_price,best_bid,best_offer,next_bid,"
                + "next_offer,"
            + "volume_at_best_bid,volume_at_best_offer,e_best_bid,e_best_offer,signed_volume,e_signed_volume,"
                + "clearing_price,"
            + "transacted_volume",
            run.LinesOf("leeps_market.csv")[0]);
        Assert.Equal(
            "timestamp,subsession_id,account_id,trigger_msg_type,market_id,trader_model_name,inventory,best_bid,"
                + "best_offer,"
            + "next_bid,next_offer,e_best_bid,e_best_offer,bid,offer,best_bid_except_me,best_offer_except_me,delay,"
                + "staged_bid,"
            + "staged_offer,implied_bid,implied_offer,slider_a_x,slider_a_y,slider_a_z,net_worth,cash,"
                + "tax_paid,speed_cost",
            run.LinesOf("leeps_agent.csv")[0]);
        run.HasWholeTables();

        // A batch every two seconds at the focal market, and the beginning and end of both.
        string[] triggers =
            [.. run.LinesOf("leeps_market.csv").Skip(1).Select(line => line.Split(',')[2] + " " + line.Split(',')[3])];
        Assert.InRange(triggers.Count(trigger => trigger == "0 Z"), 5, 6);
        Assert.DoesNotContain("1 Z", triggers);
        Assert.Equal(["0 market_start", "1 market_start"], triggers[..2]);
        Assert.Equal(["0 market_end", "1 market_end"], triggers[^2..]);
        Assert.Contains(",automated,", run.TextOf("leeps_agent.csv"), StringComparison.Ordinal);
        Assert.Contains(",investor,", run.TextOf("leeps_agent.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_without_an_effect_are_told_with_the_reason()
    {
        Outcome outcome = Command.Rialto("simulate", _parameters, "--out", _folder.PathOf("run")).Succeed();

        Assert.Contains(
            "'lambdaJ' is ignored: the fundamental value is read from 'fundamental_values'.", outcome.Output,
            StringComparison.Ordinal);
        Assert.Contains(
            "'external_market_fba_interval' is ignored: that market is not a batch auction.",
            new KeptRun(_folder.PathOf("run")).TextOf("log.jsonl"), StringComparison.Ordinal);
    }

    [Fact]
    public void One_of_its_keys_can_be_overridden()
    {
        Command.Rialto(
            "simulate", _parameters, "--set", "session_duration=3", "--out", _folder.PathOf("run")).Succeed();

        Assert.Equal(3, new KeptRun(_folder.PathOf("run")).Manifest["virtualSeconds"]!.GetValue<double>());
    }

    public void Dispose() => _folder.Dispose();
}
