using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// A multivariate Hawkes process with exponential kernels of one decay rate: events make further events more likely.
/// </summary>
/// <remarks>
/// λᵢ(t) = µᵢ + Σⱼ nᵢⱼ β Σ_{tₖ of type j} e^(−β(t − tₖ)): an event of type j has on average nᵢⱼ children of type i,
/// after a mean delay of 1/β. Source: A. G. Hawkes, Biometrika 58(1), 1971. Simulated exactly, without thinning: with
/// one decay rate for all, the time to the next event is the earlier of an exponential time of rate Σµ and a time drawn
/// from the decaying rest by inversion; Dassios and Zhao, Electronic Communications in Probability 18(62), 2013. Each
/// event costs the number of types.
/// </remarks>
public sealed class HawkesProcess
{
    readonly double[] _baseline;
    readonly double[][] _children;
    readonly double _decay;
    readonly double _baselineSum;
    readonly double[] _excess;

    /// <param name="baseline">µ by type, events per second.</param>
    /// <param name="children">By type of parent, then type of child: the mean number of direct children.</param>
    /// <param name="decay">β, per second.</param>
    public HawkesProcess(IReadOnlyList<double> baseline, IReadOnlyList<IReadOnlyList<double>> children, double decay)
    {
        if (!(decay > 0))
            throw new ArgumentOutOfRangeException(nameof(decay), "A decay rate is above zero.");
        if (!(baseline.Sum() > 0)
            || baseline.Any(rate => !(rate >= 0))
            || children.Any(row => row.Any(mean => !(mean >= 0))))
        {
            throw new ArgumentException(
                "Rates and numbers of children are zero or more, and something happens of itself.");
        }

        _baseline = [.. baseline];
        _children = [.. children.Select(row => row.ToArray())];
        _decay = decay;
        _baselineSum = baseline.Sum();
        _excess = new double[_baseline.Length];
    }

    /// <summary>What a type's intensity is above its baseline, at the last event: events per second.</summary>
    public IReadOnlyList<double> Excess => _excess;

    /// <summary>Begins as if it had been going on: with an excess by type.</summary>
    public void BeginWith(IReadOnlyList<double> excess)
    {
        for (int i = 0; i < _excess.Length; i++)
            _excess[i] = excess[i];
    }

    /// <summary>The next event: how long after the last one, in seconds, and of which type.</summary>
    public (double Elapsed, int Type) Next(RandomStream random)
    {
        double excess = Sum(_excess);
        double elapsed = random.NextExponential() / _baselineSum;
        double left = 1 - (_decay * random.NextExponential() / Math.Max(excess, double.Epsilon));
        if (left > 0)
            elapsed = Math.Min(elapsed, -BitStable.Log(left) / _decay);

        double decayed = BitStable.Exp(-_decay * elapsed);
        for (int i = 0; i < _excess.Length; i++)
            _excess[i] *= decayed;

        int type = TypeOf(random.NextDouble() * (_baselineSum + (excess * decayed)));
        for (int i = 0; i < _excess.Length; i++)
            _excess[i] += _decay * _children[type][i];

        return (elapsed, type);
    }

    int TypeOf(double mark)
    {
        int last = _baseline.Length - 1;
        for (int i = 0; i < last; i++)
        {
            mark -= _baseline[i] + _excess[i];
            if (mark < 0)
                return i;
        }

        return last;
    }

    static double Sum(double[] numbers)
    {
        double sum = 0;
        foreach (double number in numbers)
            sum += number;
        return sum;
    }
}
