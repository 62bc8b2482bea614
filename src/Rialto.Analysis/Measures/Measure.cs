namespace Rialto.Analysis;

/// <summary>One number about a listing: what it is called, and what it is counted in.</summary>
/// <param name="Key">Its name in <c>metrics.json</c>, with the unit where the name alone does not say it.</param>
/// <param name="Label">Its name in tables, for people.</param>
/// <param name="Unit">Empty if it has none.</param>
/// <param name="Value">Null if the run says nothing about it.</param>
/// <param name="IsHeadline">Whether it belongs on a card of a dozen lines.</param>
sealed record Measure(
    string Key, string Label, string Unit, MeasureGroup Group, MeasureFormat Format, double? Value,
    bool IsHeadline = false);
