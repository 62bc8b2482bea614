namespace Rialto.Analysis;

/// <summary>
/// Brings any number into the interval from 0 to 1 by reflecting it at both ends, as often as it takes.
/// </summary>
/// <remarks>A search without bounds so keeps to bounds, and does not pile up at them.</remarks>
public static class UnitInterval
{
    public static double Reflect(double number)
    {
        double folded = Math.Abs(number) % 2;
        return folded <= 1 ? folded : 2 - folded;
    }
}
