namespace Rialto.Tests.Simulation;

/// <summary>A parameter file with the keys of the LEEPS market simulator, written for these tests.</summary>
static class LeepsText
{
    public const string Parameters =
        """
        session_duration: 12
        initial_price: 1000000
        fundamental_value_noise_mean: 0
        fundamental_value_noise_std: 14000
        read_fundamental_values_from_array: True
        fundamental_values:
          - [2, 1000000]
          - [6, 900000]
        lambdaJ: 0.5
        lambdaI: [0.2, 0.1]
        exogenous_order_price_noise_mean: 0
        exogenous_order_price_noise_std: 12000
        bid_ask_offset: 10000
        time_in_force: 7
        focal_market_format: CDA
        focal_market_fba_interval: 2
        external_market_format: CDA
        external_market_fba_interval: 1
        tax_rate: 0.1
        k_reference_price: 0.2
        k_signed_volume: 0.5
        a_x_multiplier: 4
        a_y_multiplier: 2
        speed_unit_cost: 20000
        random_seed: 11
        agent_state_configs:
          - [3, 1, 0, 1, 0.1, 0.5]
          - [4, 2, 1, 0, 0.1, 0]
          - [5, 3, 0, 0, 0.1, 0]
        """;

    /// <summary>The parameters with one part, which is there exactly once, replaced.</summary>
    public static string With(string part, string replacement)
    {
        Assert.Equal(2, Parameters.Split(part).Length);
        return Parameters.Replace(part, replacement, StringComparison.Ordinal);
    }
}
