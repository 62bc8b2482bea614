using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Verification;

/// <summary>The bounce of prices between bid and ask.</summary>
/// <remarks>
/// cov(Δpₜ, Δpₜ₊₁) = −c² with half a spread of c = 5 ticks, and var(Δp) = 2c² + σ², where the value has a variance of
/// σ² = 3² between two trades; a jump is rounded to a whole tick, which adds a twelfth.
/// </remarks>
sealed class Roll(params IReadOnlyList<string> changes) : Check
{
    readonly ReferenceScenario _scenario = new("roll", changes);

    public Roll()
        : this([])
    {
    }

    public override string Name => "roll";

    public override string Source => "Roll, J. Finance 39(4), 1984";

    public override string Method => "A dealer five ticks on each side of a random walk, buyers and sellers by lot; "
        + "moments of successive price changes.";

    public override string Mechanism => "buyers and sellers come by lot; broken: nine of ten buy";

    public override IReadOnlyList<Claim> Claims { get; } =
    [
        new("covariance of successive changes, ticks²", -25, 1, "4 %: some hundred thousand changes"),
        new("variance of changes, ticks²", 59.08, 1.8, "3 %: some hundred thousand changes"),
    ];

    public override Check Broken => new Roll("agents.1.market-order-flows.buying=0.9");

    public override int Replications(Effort effort) => effort == Effort.Quick ? 8 : 60;

    public override IReadOnlyList<double> Observe(ulong seed)
    {
        TradedPrices traded = new();
        _scenario.Run(seed, traded);
        double[] changes = [.. traded.Prices.Zip(traded.Prices.Skip(1), (before, after) => (double)(after - before))];
        double variance = changes.Average(change => change * change);
        double covariance = changes.Zip(changes.Skip(1), (one, next) => one * next).Average();
        return [covariance, variance];
    }

    sealed class TradedPrices : IMarketListener
    {
        public List<long> Prices { get; } = [];

        public void OnStep(in Step step)
        {
            foreach (ref readonly MarketEvent happened in step.Events)
            {
                if (happened.Kind == EventKind.Trade)
                    Prices.Add(happened.Price.Ticks);
            }
        }
    }
}
