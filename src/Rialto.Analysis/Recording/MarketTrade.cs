using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>What one incoming order took: its matches at one instant, together.</summary>
/// <param name="At">When.</param>
/// <param name="Sign">1 for a buy, −1 for a sell.</param>
/// <param name="Lots">What was traded.</param>
/// <param name="Ticks">The price of its last match.</param>
/// <param name="HalfTicksBefore">The midpoint just before, in half ticks; null if there was none.</param>
readonly record struct MarketTrade(Timestamp At, int Sign, long Lots, long Ticks, long? HalfTicksBefore);
