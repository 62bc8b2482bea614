namespace Rialto.Analysis;

/// <summary>
/// The Weibull distribution P(X &gt; x) = exp(−(x / scale)^shape), which waiting times are compared with.
/// </summary>
/// <param name="Shape">1 for the waiting times of a Poisson process; less if events come in clusters. No unit.</param>
/// <param name="Scale">In the unit of the sample.</param>
public readonly record struct Weibull(double Shape, double Scale)
{
    const double SmallestShape = 0.01;
    const double LargestShape = 100;
    const int Halvings = 60;

    /// <summary>The share of values above <paramref name="x"/>.</summary>
    public double Above(double x) => Math.Exp(-Math.Pow(x / Scale, Shape));

    /// <param name="sample">Values that are not positive are passed over.</param>
    /// <returns>The shape k and scale λ of greatest likelihood: 1/k = Σ xᵢᵏ ln xᵢ / Σ xᵢᵏ − Σ ln xᵢ / n and
    /// λᵏ = Σ xᵢᵏ / n. Null with fewer than three values, or if they do not vary.</returns>
    /// <remarks>Source: A. C. Cohen, "Maximum likelihood estimation in the Weibull distribution based on complete and
    /// on censored samples", Technometrics 7(4), 1965, pp. 579–588. The equation has one root, which is found by
    /// halving.</remarks>
    public static Weibull? Fit(ReadOnlySpan<double> sample)
    {
        List<double> logs = [];
        foreach (double value in sample)
        {
            if (value > 0)
                logs.Add(Math.Log(value));
        }

        if (logs.Count < 3 || logs.Max() - logs.Min() < 1e-12)
            return null;

        // Dividing by the largest value keeps every power between 0 and 1.
        double largest = logs.Max();
        double meanLog = logs.Average() - largest;
        (double low, double high) = (SmallestShape, LargestShape);
        for (int i = 0; i < Halvings; i++)
        {
            double middle = 0.5 * (low + high);
            if (Excess(logs, largest, meanLog, middle) > 0)
                high = middle;
            else
                low = middle;
        }

        double shape = 0.5 * (low + high);
        double meanPower = logs.Average(log => Math.Exp(shape * (log - largest)));
        return new(shape, Math.Exp(largest + (Math.Log(meanPower) / shape)));
    }

    /// <summary>Rises with the shape, and is zero at that of greatest likelihood.</summary>
    static double Excess(List<double> logs, double largest, double meanLog, double shape)
    {
        (double powers, double weighted) = (0, 0);
        foreach (double log in logs)
        {
            double power = Math.Exp(shape * (log - largest));
            powers += power;
            weighted += power * (log - largest);
        }

        return (weighted / powers) - meanLog - (1 / shape);
    }
}
