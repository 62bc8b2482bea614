namespace Rialto.Analysis;

/// <summary>Steps that people count in: 1, 2 or 5 times a power of ten.</summary>
/// <remarks>Source: P. Heckbert, "Nice numbers for graph labels", Graphics Gems, 1990, pp. 61–63.</remarks>
static class NiceSteps
{
    /// <summary>The least such step that divides a range into no more than <paramref name="count"/> parts.</summary>
    /// <param name="least">A smaller step makes no sense; zero if any does.</param>
    public static double Of(double range, int count, double least = 0)
    {
        double wanted = Math.Max(range / count, least);
        double power = Math.Pow(10, Math.Floor(Math.Log10(wanted)));
        double fraction = wanted / power;
        return power * (fraction <= 1.000001 ? 1 : fraction <= 2.000001 ? 2 : fraction <= 5.000001 ? 5 : 10);
    }

    /// <summary>The multiples of a step that lie between two values.</summary>
    public static IEnumerable<double> Between(double low, double high, double step)
    {
        double tolerance = step * 1e-6;
        for (double k = Math.Ceiling((low - tolerance) / step); k * step <= high + tolerance; k++)
            yield return k * step;
    }
}
