namespace Rialto.Analysis;

/// <summary>A market whose stylized facts are asked for: one column of the scorecard.</summary>
/// <param name="Name">As it stands above its column.</param>
/// <param name="Origin">Where it comes from: a seed, a tape and its day.</param>
/// <param name="IsTape">Whether it is a recorded market, which the others are compared with.</param>
/// <param name="HasSides">Whether the tape tells who took; otherwise the tick test guesses.</param>
/// <param name="Record">What was seen.</param>
public sealed record ObservedMarket(string Name, string Origin, bool IsTape, bool HasSides, FactsRecord Record);
