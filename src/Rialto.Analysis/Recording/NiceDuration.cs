using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>
/// Spans of time that people count in: 1, 2, 5, 10 … ns to s, then 15 s, 30 s, minutes, hours and days.
/// </summary>
static class NiceDuration
{
    const long Second = 1_000_000_000;
    const long Minute = 60 * Second;
    const long Hour = 60 * Minute;
    const long Day = 24 * Hour;

    static readonly long[] FromSecondToDay =
    [
        Second, 2 * Second, 5 * Second, 10 * Second, 15 * Second, 30 * Second,
        Minute, 2 * Minute, 5 * Minute, 10 * Minute, 15 * Minute, 30 * Minute,
        Hour, 2 * Hour, 3 * Hour, 6 * Hour, 12 * Hour, Day,
    ];

    /// <summary>The shortest such span that is not shorter than <paramref name="shortest"/>.</summary>
    public static Duration AtLeast(Duration shortest)
    {
        long wanted = Math.Max(1, shortest.Nanoseconds);
        if (wanted > Day)
            return new(Day * OneTwoFive((wanted + Day - 1) / Day));
        if (wanted <= Second / 2)
            return new(OneTwoFive(wanted));

        return new(Array.Find(FromSecondToDay, span => span >= wanted));
    }

    /// <summary>The longest such span up to a day that is not longer than <paramref name="longest"/>.</summary>
    public static Duration AtMost(Duration longest)
    {
        long wanted = Math.Max(1, longest.Nanoseconds);
        if (wanted >= Second)
            return new(Array.FindLast(FromSecondToDay, span => span <= wanted));

        long power = PowerOfTen(wanted);
        return new(5 * power <= wanted ? 5 * power : 2 * power <= wanted ? 2 * power : power);
    }

    /// <summary>The smallest of 1, 2, 5, 10, 20, 50 … that is not below <paramref name="wanted"/>.</summary>
    static long OneTwoFive(long wanted)
    {
        long power = PowerOfTen(wanted);
        return wanted <= power ? power : wanted <= 2 * power ? 2 * power : wanted <= 5 * power ? 5 * power : 10 * power;
    }

    /// <summary>The greatest that is not above <paramref name="wanted"/>.</summary>
    static long PowerOfTen(long wanted)
    {
        long power = 1;
        while (power * 10 <= wanted)
            power *= 10;

        return power;
    }
}
