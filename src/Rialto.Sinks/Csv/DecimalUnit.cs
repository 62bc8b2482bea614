namespace Rialto.Sinks;

/// <summary>What one step of an integer is worth in a file: 250 steps of 0.01 are written as 2.50.</summary>
/// <remarks>
/// Where the unit is a whole number of the last decimal, as nearly always, writing is exact integer arithmetic;
/// otherwise the amount is rounded to the last decimal, half to even.
/// </remarks>
readonly record struct DecimalUnit
{
    /// <summary>More are cut off: a unit may be a fraction that never ends.</summary>
    const int MostDecimals = 8;

    /// <param name="value">What one step is worth. Strictly positive.</param>
    /// <param name="decimals">How many are written, from 0 to 12.</param>
    public DecimalUnit(decimal value, int decimals)
    {
        Value = value;
        Decimals = decimals;
        decimal lastDecimals = value;
        for (int place = 0; place < decimals && lastDecimals < long.MaxValue; place++)
            lastDecimals *= 10;

        bool isWhole = lastDecimals <= long.MaxValue && lastDecimals == decimal.Truncate(lastDecimals);
        LastDecimals = isWhole ? (long)lastDecimals : 0;
    }

    public decimal Value { get; }

    public int Decimals { get; }

    /// <summary>One step, counted in units of the last decimal; zero if that is not a whole number.</summary>
    public long LastDecimals { get; }

    /// <summary>Shows every digit of the unit, as far as eight decimals.</summary>
    public static DecimalUnit Of(decimal value)
    {
        int scale = (value / 1.0000000000000000000000000000m).Scale;
        return new DecimalUnit(value, Math.Min(MostDecimals, scale));
    }
}
