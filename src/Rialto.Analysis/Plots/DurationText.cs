using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>A span of time in the two largest units that it is made of.</summary>
static class DurationText
{
    static readonly (long Size, string Unit)[] Units =
    [
        (86_400_000_000_000, "d"), (3_600_000_000_000, "h"), (60_000_000_000, "min"), (1_000_000_000, "s"),
        (1_000_000, "ms"), (1_000, "µs"), (1, "ns"),
    ];

    /// <summary>For example <c>6 h 30 min</c>, <c>90 s</c>, <c>250 ms</c>.</summary>
    public static string Of(Duration span)
    {
        long left = span.Nanoseconds;
        if (left <= 120_000_000_000 && left % 1_000_000_000 == 0)
            return NumberText.Of(left / 1_000_000_000) + "\u2009s";

        List<string> parts = [];
        foreach ((long size, string unit) in Units)
        {
            if (left >= size && parts.Count < 2)
            {
                parts.Add(NumberText.Of(left / size) + "\u2009" + unit);
                left %= size;
            }
        }

        return string.Join(" ", parts);
    }
}
