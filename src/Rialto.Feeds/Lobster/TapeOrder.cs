using Rialto.Trading;

namespace Rialto.Feeds;

/// <summary>An order that was entered on the tape.</summary>
/// <param name="LevelNumber">Of the level that it joined; another level at the same price has another number.</param>
readonly record struct TapeOrder(Side Side, Price Price, Quantity Remaining, long LevelNumber);
