namespace Rialto.Analysis;

/// <summary>A power law y = prefactor·x^exponent: a straight line where both axes are logarithmic.</summary>
/// <param name="Exponent">The slope of ln y over ln x. No unit.</param>
/// <param name="Prefactor">y at x = 1, in the unit of y.</param>
/// <param name="Determination">R² of the line, from 0 to 1.</param>
/// <param name="Points">How many points it was fitted to.</param>
public readonly record struct PowerLaw(double Exponent, double Prefactor, double Determination, int Points)
{
    const double LagGrowth = 1.25;

    public double At(double x) => Prefactor * Math.Pow(x, Exponent);

    /// <param name="x">Points at which x or y is not positive have no logarithm, and are passed over.</param>
    /// <param name="y">As many values as <paramref name="x"/>.</param>
    /// <returns>
    /// Least squares of ln y on ln x; null with fewer than three points, or if one of them does not vary.
    /// </returns>
    public static PowerLaw? Fit(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        List<double> logX = [];
        List<double> logY = [];
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > 0 && y[i] > 0)
            {
                logX.Add(Math.Log(x[i]));
                logY.Add(Math.Log(y[i]));
            }
        }

        return LeastSquares.Of([.. logX], [.. logY]) is { } line
            ? new(line.Slope, Math.Exp(line.Intercept), line.Determination, logX.Count)
            : null;
    }

    /// <summary>How slowly a memory fades: the power law through an autocorrelation function.</summary>
    /// <param name="lags">From 1 on, ascending; those of <see cref="Lags"/> give each decade the same weight.</param>
    /// <param name="correlations">As many; those from the first that is not positive on do not count.</param>
    /// <returns>Its exponent is −β where the memory fades as lag^−β: a memory is called long if β is below 1.</returns>
    public static PowerLaw? OfDecay(ReadOnlySpan<double> lags, ReadOnlySpan<double> correlations)
    {
        int positive = 0;
        while (positive < correlations.Length && correlations[positive] > 0)
            positive++;

        return Fit(lags[..positive], correlations[..positive]);
    }

    /// <summary>1, 2, 3 … and then each about a quarter longer than the one before.</summary>
    public static IEnumerable<int> Lags(int longest)
    {
        for (int lag = 1; lag <= longest; lag = Math.Max(lag + 1, (int)(lag * LagGrowth)))
            yield return lag;
    }
}
