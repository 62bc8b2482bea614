namespace Rialto.Analysis;

/// <summary>A place on an axis that is named.</summary>
readonly record struct Tick(double Value, string Label);
