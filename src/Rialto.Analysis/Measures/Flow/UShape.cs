namespace Rialto.Analysis;

/// <summary>How much busier a trading session is at its ends than in its middle.</summary>
public static class UShape
{
    /// <param name="series">
    /// For example volume, spread or absolute returns, equally spaced from the session's open to its close.
    /// </param>
    /// <returns>The mean over the first and last thirteenth, divided by the mean over the middle three thirteenths:
    /// half hours of a session of six and a half hours. No unit. Null with fewer than thirteen values, or if the middle
    /// is zero.</returns>
    /// <remarks>Source: P. D. Jain, G.-H. Joh, "The dependence between hourly prices and trading volume", J. Financial
    /// and Quantitative Analysis 23(3), 1988, pp. 269–283.</remarks>
    public static double? Of(ReadOnlySpan<double> series)
    {
        const int Parts = 13;
        int part = series.Length / Parts;
        if (part == 0)
            return null;

        double ends = 0.5 * (Moments.Mean(series[..part])!.Value + Moments.Mean(series[^part..])!.Value);
        double middle = Moments.Mean(series[(series.Length * 5 / Parts)..(series.Length * 8 / Parts)])!.Value;
        return middle > 0 ? ends / middle : null;
    }
}
