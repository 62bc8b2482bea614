using System.Text;

namespace Rialto.Analysis;

/// <summary>A measure's path in <c>metrics.json</c> as people read it.</summary>
/// <param name="What">For example <c>Spread mean</c>.</param>
/// <param name="Of">Whose it is: <c>focal · XYZ</c>, or a group of agents.</param>
/// <param name="Unit">Empty if it has none.</param>
sealed record MeasureName(string What, string Of, string Unit)
{
    static readonly (string Ending, string Unit)[] Units =
    [
        ("TicksPerLot", "ticks per lot"), ("BasisPoints", "basis points"), ("Ticks", "ticks"), ("Lots", "lots"),
        ("Percent", "%"),
        ("Milliseconds", "ms"), ("Microseconds", "µs"), ("Nanoseconds", "ns"), ("Seconds", "s"),
    ];

    public static MeasureName Read(string path)
    {
        string[] parts = path.Split('.');
        string key = parts[^1];
        string index = "";
        if (parts.Length > 1 && int.TryParse(key, out _))
            (index, key) = (" " + key, parts[^2]);

        string of = parts switch
        {
            ["listings", var venue, var instrument, _, ..] => $"{venue} · {instrument}",
            ["participants", "byGroup", var group, _, ..] => group,
            [var venue, var instrument, _] => $"{venue} · {instrument}",
            [var section, _, ..] => section,
            _ => "the market",
        };
        (string ending, string unit) = Array.Find(Units, one =>
            key.Length > one.Ending.Length && key.EndsWith(one.Ending, StringComparison.Ordinal));
        return new(Words(ending is null ? key : key[..^ending.Length]) + index, of, unit ?? "");
    }

    /// <summary><c>spreadMean</c> as <c>Spread mean</c>, <c>vwap</c> as <c>VWAP</c>.</summary>
    static string Words(string key)
    {
        if (key == "vwap")
            return "VWAP";

        StringBuilder words = new();
        for (int i = 0; i < key.Length; i++)
        {
            bool begins = i > 0 && (char.IsUpper(key[i]) || (char.IsDigit(key[i]) && !char.IsDigit(key[i - 1])));
            if (begins)
                words.Append(' ');
            words.Append(i == 0 ? char.ToUpperInvariant(key[i]) : char.ToLowerInvariant(key[i]));
        }

        return words.ToString();
    }
}
