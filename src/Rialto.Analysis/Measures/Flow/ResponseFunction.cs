namespace Rialto.Analysis;

/// <summary>How far the midpoint has moved in the direction of a trade some trades later.</summary>
public static class ResponseFunction
{
    /// <param name="signs">1 for each buy, −1 for each sell, in order of trading.</param>
    /// <param name="midpoints">Just before each of them; as many. Not a number where there was none.</param>
    /// <param name="lag">In trades, at least one.</param>
    /// <returns>
    /// R(ℓ) = ⟨(mₙ₊ₗ − mₙ)·εₙ⟩. Unit: that of the midpoints. Null if no pair of trades has both midpoints.
    /// </returns>
    /// <remarks>Source: J.-P. Bouchaud, Y. Gefen, M. Potters, M. Wyart, "Fluctuations and response in financial
    /// markets: the subtle nature of 'random' price changes", Quantitative Finance 4, 2004, pp. 176–190.</remarks>
    public static double? Of(ReadOnlySpan<double> signs, ReadOnlySpan<double> midpoints, int lag)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lag);
        (double sum, long count) = (0, 0);
        for (int i = 0; i + lag < signs.Length; i++)
        {
            double change = midpoints[i + lag] - midpoints[i];
            if (double.IsNaN(change))
                continue;

            sum += change * signs[i];
            count++;
        }

        return count > 0 ? sum / count : null;
    }
}
