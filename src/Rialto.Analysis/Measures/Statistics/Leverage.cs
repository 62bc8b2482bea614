namespace Rialto.Analysis;

/// <summary>
/// Whether volatility rises after prices fell: the correlation of returns with later squared returns.
/// </summary>
public static class Leverage
{
    /// <param name="returns">Equally spaced in time.</param>
    /// <param name="lag">In steps; negative asks whether returns follow volatility.</param>
    /// <returns>L(k) = ⟨rₜ·r²ₜ₊ₖ⟩ / ⟨r²⟩²: negative for k &gt; 0 if volatility rises after losses, near zero for k &lt;
    /// 0. Unit: 1 / that of r. Null with no more than |k| returns or without any movement.</returns>
    /// <remarks>Source: J.-P. Bouchaud, A. Matacz, M. Potters, "Leverage effect in financial markets: the retarded
    /// volatility model", Physical Review Letters 87, 2001, 228701.</remarks>
    public static double? Of(ReadOnlySpan<double> returns, int lag)
    {
        int pairs = returns.Length - Math.Abs(lag);
        if (pairs <= 0)
            return null;

        double squares = 0;
        foreach (double value in returns)
            squares += value * value;
        if (squares <= 0)
            return null;

        double sum = 0;
        for (int i = Math.Max(0, -lag); i < returns.Length && i + lag < returns.Length; i++)
            sum += returns[i] * returns[i + lag] * returns[i + lag];

        double variance = squares / returns.Length;
        return sum / pairs / (variance * variance);
    }
}
