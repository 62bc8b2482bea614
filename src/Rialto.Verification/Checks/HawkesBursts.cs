using Rialto.Journal;

namespace Rialto.Verification;

/// <summary>How much more than a Poisson process order flow varies that excites itself.</summary>
/// <remarks>
/// With n children per event on average, delayed by an exponential time of mean 1/β, the number of events in a window
/// of T has a variance of 1/(1 − n)² times its mean in the limit; exactly, with κ = β(1 − n): 1/(1 − n)² + (1 − 1/(1 −
/// n)²)(1 − e^(−κT))/κT.
/// </remarks>
sealed class HawkesBursts(params IReadOnlyList<string> changes) : Check
{
    const double Window = 50;
    const double Decay = 5;

    static readonly double[] Branching = [0.5, 0.8];

    readonly ReferenceScenario[] _scenarios =
        [.. Branching.Select(n =>
            new ReferenceScenario("hawkes-bursts", [$"agents.0.hawkes-flow.branching={Text(n)}", .. changes]))];

    public HawkesBursts()
        : this([])
    {
    }

    public override string Name => "hawkes-bursts";

    public override string Source =>
        "Hawkes, Biometrika 58(1), 1971; Hawkes and Oakes, J. Applied Probability 11(3), 1974";

    public override string Method =>
        "Self-exciting limit orders, market orders and cancels; mean and variance of their number in windows of 50 s.";

    public override string Mechanism => "orders excite one another; broken: they hardly do";

    public override IReadOnlyList<Claim> Claims { get; } =
    [
        .. Branching.Select(n => new Claim($"orders and cancels per second, branching {Text(n)}", 6, 0.3,
            "5 %: what comes in bursts takes long to average out")),
        .. Branching.Select(n => new Claim($"variance over mean, branching {Text(n)}", Ratio(n), 0.15 * Ratio(n),
            "15 %: a variance over a few thousand windows")),
    ];

    public override Check Broken => new HawkesBursts("agents.0.hawkes-flow.branching=0.1");

    public override int Replications(Effort effort) => effort == Effort.Quick ? 24 : 240;

    public override IReadOnlyList<double> Observe(ulong seed)
    {
        double[][] counts = [.. _scenarios.Select(scenario => Counts(scenario, seed))];
        return [.. counts.Select(each => each.Average() / Window), .. counts.Select(VarianceOverMean)];
    }

    /// <summary>The number of requests in each window but the first, in which the process warms up.</summary>
    static double[] Counts(ReferenceScenario scenario, ulong seed)
    {
        RequestTimes requests = new();
        _ = scenario.Run(seed, requests);
        return requests.Counts[1..^1];
    }

    static double VarianceOverMean(double[] counts)
    {
        double mean = counts.Average();
        return counts.Sum(count => (count - mean) * (count - mean)) / (counts.Length - 1) / mean;
    }

    static double Ratio(double branching)
    {
        double limit = 1 / ((1 - branching) * (1 - branching));
        double scale = Decay * (1 - branching) * Window;
        return limit + ((1 - limit) * (1 - Math.Exp(-scale)) / scale);
    }

    static string Text(double number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    sealed class RequestTimes : IMarketListener
    {
        readonly double[] _counts = new double[102];

        public double[] Counts => _counts;

        public void OnStep(in Step step)
        {
            if (step.Input.Kind == InputKind.Request)
                _counts[(int)(step.Input.At.Nanoseconds / 1e9 / Window)]++;
        }
    }
}
