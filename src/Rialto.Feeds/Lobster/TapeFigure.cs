namespace Rialto.Feeds;

/// <summary>One number about how a tape was replayed, with what it means.</summary>
/// <param name="Name">As it stands in files: <c>bestQuotesChecked</c>.</param>
/// <param name="Value">A count.</param>
/// <param name="Meaning">One sentence for people.</param>
public readonly record struct TapeFigure(string Name, long Value, string Meaning);
