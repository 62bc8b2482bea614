using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>How a large order is cut into slices, one at the beginning of each interval.</summary>
public static class ExecutionSchedule
{
    /// <summary>Equal slices: the time-weighted average price is their aim (TWAP).</summary>
    /// <returns>Lots left after each slice; the last is zero.</returns>
    public static IReadOnlyList<long> Even(long lots, int slices) =>
        Holdings(lots, slices, slice => (double)(slices - slice) / slices);

    /// <summary>
    /// Slices in proportion to the volume expected in each interval: the volume-weighted average price is their aim
    /// (VWAP).
    /// </summary>
    /// <param name="lots">To be traded.</param>
    /// <param name="volumes">Expected volume of each interval, in any unit.</param>
    public static IReadOnlyList<long> ByVolume(long lots, IReadOnlyList<double> volumes)
    {
        double total = volumes.Sum();
        return Holdings(lots, volumes.Count, slice => 1 - (volumes.Take(slice).Sum() / total));
    }

    /// <summary>
    /// The trajectory of least cost plus λ times its variance: the earlier, the more the owner fears the price's moves.
    /// </summary>
    /// <remarks>
    /// x_j = X sinh(κ(T − t_j)) / sinh(κT) with 2(cosh κτ − 1)/τ² = λσ²/η̃. Source: Almgren and Chriss, "Optimal
    /// execution of portfolio transactions", J. Risk 3(2), 2000.
    /// </remarks>
    /// <param name="lots">X.</param>
    /// <param name="slices">T ÷ τ.</param>
    /// <param name="urgency">λσ²τ²/η̃: no unit.</param>
    public static IReadOnlyList<long> LeastCost(long lots, int slices, double urgency)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(urgency);
        if (urgency == 0)
            return Even(lots, slices);

        // cosh κτ = 1 + urgency / 2, and e^κτ = cosh + √(cosh² − 1).
        double cosh = 1 + (urgency / 2);
        double growth = BitStable.Log(cosh + Math.Sqrt((cosh * cosh) - 1));
        return Holdings(lots, slices, slice => Sinh(growth * (slices - slice)) / Sinh(growth * slices));
    }

    static double Sinh(double x) => (BitStable.Exp(x) - BitStable.Exp(-x)) / 2;

    static long[] Holdings(long lots, int slices, Func<int, double> share)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(slices, 1);
        long[] left = new long[slices];
        for (int slice = 1; slice < slices; slice++)
            left[slice - 1] = (long)Math.Round(lots * share(slice));

        return left;
    }
}
