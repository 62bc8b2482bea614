namespace Rialto.Trading;

/// <summary>Elementary functions that give the same bits on every machine.</summary>
/// <remarks>
/// .NET takes <c>Math.Exp</c> and its relatives from the platform's C library, whose last bits differ between
/// machines (dotnet/runtime issue 12895). These use IEEE 754 addition, multiplication and division only, which are
/// exact to the bit everywhere; the compiler does not fuse them. Error: below 2 units in the last place.
/// </remarks>
public static class BitStable
{
    const double Ln2High = 6.93147180369123816490e-01;
    const double Ln2Low = 1.90821492927058770002e-10;
    const double OneOverLn2 = 1.44269504088896338700;

    /// <summary>e to the power of <paramref name="x"/>.</summary>
    public static double Exp(double x)
    {
        if (double.IsNaN(x))
            return x;
        if (x > 709.782712893384)
            return double.PositiveInfinity;
        if (x < -745.1332191019412)
            return 0;

        // x = k ln 2 + r with |r| <= ln 2 / 2; then e^x = 2^k e^r, and e^r by its Taylor polynomial.
        double k = Math.Floor((x * OneOverLn2) + 0.5);
        double r = x - (k * Ln2High) - (k * Ln2Low);
        double sum = 1.0;
        for (int n = 14; n >= 1; n--)
            sum = 1.0 + (r * sum / n);

        // In two factors, so that results near the smallest and largest numbers are reached.
        int exponent = (int)k;
        int half = exponent / 2;
        return sum * PowerOfTwo(half) * PowerOfTwo(exponent - half);
    }

    /// <summary>The natural logarithm of <paramref name="x"/>; NaN below zero, negative infinity at zero.</summary>
    public static double Log(double x)
    {
        if (double.IsNaN(x) || x < 0)
            return double.NaN;
        if (x == 0)
            return double.NegativeInfinity;
        if (double.IsPositiveInfinity(x))
            return x;

        int exponent = 0;
        if (x < 2.2250738585072014e-308)
        {
            x *= 18014398509481984.0; // 2^54 lifts a subnormal number into the normal range.
            exponent = -54;
        }

        long bits = BitConverter.DoubleToInt64Bits(x);
        exponent += (int)(bits >> 52) - 1023;
        double mantissa = BitConverter.Int64BitsToDouble((bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000);
        if (mantissa > 1.4142135623730951)
        {
            mantissa *= 0.5;
            exponent++;
        }

        // ln m = 2 artanh s with s = (m - 1) / (m + 1), |s| <= 0.1716.
        // Since 2s = f - fs for f = m - 1, which is exact, the sum begins with f and rounds less than one that begins
        // with s.
        double f = mantissa - 1;
        double s = f / (mantissa + 1);
        double square = s * s;
        double sum = (1.0 / 21) * square;
        sum = (sum + (1.0 / 19)) * square;
        sum = (sum + (1.0 / 17)) * square;
        sum = (sum + (1.0 / 15)) * square;
        sum = (sum + (1.0 / 13)) * square;
        sum = (sum + (1.0 / 11)) * square;
        sum = (sum + (1.0 / 9)) * square;
        sum = (sum + (1.0 / 7)) * square;
        sum = (sum + (1.0 / 5)) * square;
        sum = (sum + (1.0 / 3)) * square;

        double fraction = f - (s * (f - (2 * sum)));
        return (exponent * Ln2High) + ((exponent * Ln2Low) + fraction);
    }

    static double PowerOfTwo(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);
}
