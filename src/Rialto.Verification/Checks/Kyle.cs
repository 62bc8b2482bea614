using Rialto.Agents;
using Rialto.Journal;
using Rialto.Simulation;
using Rialto.Trading;

namespace Rialto.Verification;

/// <summary>
/// Two auctions with an insider: what order flow says about the value, how much it leaves unsaid, what the insider
/// gains.
/// </summary>
/// <remarks>
/// Units of the paper: the value's and the noise's standard deviation are one. That prices are fair is observed, not
/// assumed: λ is the slope of value − last price in the order flow, whatever the market maker believes.
/// </remarks>
sealed class Kyle(params IReadOnlyList<string> changes) : Check
{
    const int Games = 500;
    const int Prior = 10_000;
    const double ValueDeviation = 1_000;
    const double NoiseDeviation = 20;

    readonly ReferenceScenario _scenario = new("kyle", changes);

    public Kyle()
        : this([])
    {
    }

    public override string Name => "kyle";

    public override string Source => "Kyle, Econometrica 53(6), 1985, theorem 2 with two auctions";

    public override string Method =>
        "Insider, noise and market maker in two batch auctions, many times; regression of the value on the order flow, "
            + "variance left, gains.";

    public override string Mechanism => "the insider holds back; broken: it demands twice as much";

    public override IReadOnlyList<Claim> Claims { get; } =
    [
        new("lambda of the first auction", 0.65288, 0.05, "a slope over some ten thousand games"),
        new("lambda of the second auction", 0.58823, 0.05, "a slope over some ten thousand games"),
        new("variance left after the first auction", 0.69202, 0.035, "5 %: a variance over some ten thousand games"),
        new("variance left after the second auction", 0.34601, 0.018, "5 %: a variance over some ten thousand games"),
        new("insider's gain", 0.62055, 0.031, "5 %: its standard deviation is as large as its mean"),
        new("market maker's gain", 0, 0.04, "nothing but chance"),
    ];

    public override Check Broken => new Kyle("agents.1.kyle-insiders.aggressiveness=2");

    public override int Replications(Effort effort) => effort == Effort.Quick ? 20 : 200;

    public override IReadOnlyList<double> Observe(ulong seed)
    {
        SlopeThroughZero[] flow = [new(), new()];
        double[] left = new double[2];
        double insider = 0;
        double maker = 0;
        for (ulong game = 0; game < Games; game++)
        {
            SimulationRun run = _scenario.Begin((seed * Games) + game);
            FundamentalValue value = run.Setup.Values[0]!;
            double worth = (value.At(Timestamp.Zero).Ticks - Prior) / ValueDeviation;
            GainsMeter gains = new(value, 3);
            Auctions auctions = new();
            run.Market.Add(gains);
            run.Market.Add(auctions);
            run.Market.RunUntil(run.End);

            double last = 0;
            for (int auction = 0; auction < 2; auction++)
            {
                flow[auction].Add(auctions.NetFlow[auction] / NoiseDeviation, worth - last);
                last = (auctions.Prices[auction] - Prior) / ValueDeviation;
                left[auction] += (worth - last) * (worth - last) / Games;
            }

            maker += gains.GainsOf(new(0)) / (ValueDeviation * NoiseDeviation * Games);
            insider += gains.GainsOf(new(1)) / (ValueDeviation * NoiseDeviation * Games);
        }

        return [flow[0].Slope, flow[1].Slope, left[0], left[1], insider, maker];
    }

    /// <summary>
    /// What two auctions cleared at, and what was bought at market less what was sold: what the market maker had to
    /// take.
    /// </summary>
    sealed class Auctions : IMarketListener
    {
        int _auction;

        /// <summary>Where nobody trades, the price stays.</summary>
        public double[] Prices { get; } = [Prior, Prior];

        public double[] NetFlow { get; } = new double[2];

        public void OnStep(in Step step)
        {
            foreach (ref readonly MarketEvent happened in step.Events)
            {
                if (_auction > 1)
                    return;
                if (happened.Kind == EventKind.Executed && happened.Participant.Value == 0)
                    NetFlow[_auction] -= happened.Side.Sign * happened.Quantity.Lots;
                if (happened.Kind != EventKind.AuctionEnded)
                    continue;

                Array.Fill(
                    Prices, happened.Quantity > Quantity.Zero ? happened.Price.Ticks : Prices[_auction], _auction,
                    2 - _auction);
                _auction++;
            }
        }
    }
}
