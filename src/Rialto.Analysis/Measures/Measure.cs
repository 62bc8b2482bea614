namespace Rialto.Analysis;

/// <summary>What a measure is about, and with which others it stands in a table.</summary>
public enum MeasureGroup : byte { Liquidity, Trading, Price }

/// <summary>How a measure's number is written.</summary>
public enum MeasureFormat : byte
{
    /// <summary>A whole number.</summary>
    Count,

    /// <summary>A real number, with as many decimals as leave three or four digits that matter.</summary>
    Real,

    /// <summary>A price in currency, with the instrument's decimals.</summary>
    Price,
}

/// <summary>One number about a listing: what it is called, and what it is counted in.</summary>
/// <param name="Key">Its name in <c>metrics.json</c>, with the unit where the name alone does not say it.</param>
/// <param name="Label">Its name in tables, for people.</param>
/// <param name="Unit">Empty if it has none.</param>
/// <param name="Value">Null if the run says nothing about it.</param>
/// <param name="IsHeadline">Whether it belongs on a card of a dozen lines.</param>
public sealed record Measure(
    string Key, string Label, string Unit, MeasureGroup Group, MeasureFormat Format, double? Value, bool IsHeadline = false);
