using System.Globalization;
using System.Text.RegularExpressions;

namespace Rialto.Simulation;

/// <summary>
/// A number with the unit behind it, as a scenario has them: <c>500 ms</c>, <c>10 / s</c>, <c>3 bp</c>, <c>7</c>.
/// </summary>
/// <param name="Count">In the unit that was written.</param>
/// <param name="Unit">As written, without spaces; empty if there is none.</param>
readonly partial record struct WrittenNumber(double Count, string Unit)
{
    /// <summary>Units that measure the same thing, and how much of the first one each of them is.</summary>
    static readonly (string Unit, string Common, double Factor)[] Known =
    [
        ("ns", "s", 1e-9), ("us", "s", 1e-6), ("µs", "s", 1e-6), ("ms", "s", 1e-3), ("s", "s", 1), ("min", "s", 60),
        ("h", "s", 3600),
        ("d", "s", 86400),
        ("/ns", "/s", 1e9), ("/us", "/s", 1e6), ("/µs", "/s", 1e6), ("/ms", "/s", 1e3), ("/s", "/s", 1),
        ("/min", "/s", 1 / 60.0),
        ("/h", "/s", 1 / 3600.0), ("/d", "/s", 1 / 86400.0),
        ("%", "%", 1), ("bp", "%", 0.01),
    ];

    /// <summary>What its number is counted in when it is compared with others.</summary>
    public string CommonUnit
    {
        get
        {
            string unit = Unit;
            return Array.Find(Known, known => known.Unit == unit).Common ?? unit;
        }
    }

    /// <summary>How many common units one of its own is.</summary>
    public double Factor
    {
        get
        {
            string unit = Unit;
            return Array.Find(Known, known => known.Unit == unit) is { Common: not null } known ? known.Factor : 1;
        }
    }

    /// <summary>In the common unit.</summary>
    public double Number => Count * Factor;

    public static WrittenNumber? TryRead(string text)
    {
        Match match = Pattern().Match(text.Trim());
        return match.Success
            && double.TryParse(
                match.Groups[1].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out double count)
            ? new(count, match.Groups[2].Value.Replace(" ", "", StringComparison.Ordinal))
            : null;
    }

    /// <summary>As a scenario has it. At most nine digits, so that no machine's last bit shows.</summary>
    public override string ToString()
    {
        decimal plain = (decimal)Rounded(Count, 9);
        string unit = Unit.StartsWith('/') ? " / " + Unit[1..] : Unit.Length > 0 ? " " + Unit : "";
        return Values.Plain(plain) + unit;
    }

    /// <summary>With so many decimal digits that matter.</summary>
    public static double Rounded(double number, int digits) =>
        double.Parse(
            number.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
            CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?)\s*((?:/\s*)?[a-zA-Zµ%]*)$")]
    private static partial Regex Pattern();
}
