namespace Rialto.Analysis;

/// <summary>One level of a book at one instant, without its orders.</summary>
readonly record struct DepthLevel(long Price, long Lots);
