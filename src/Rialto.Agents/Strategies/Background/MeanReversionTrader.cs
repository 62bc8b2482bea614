using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>Bets that a price far from its recent mean comes back, and closes the position once it has.</summary>
/// <remarks>
/// With z = (midpoint − mean) ÷ deviation of the midpoints at its last wakes: short above the entry threshold, long
/// below its negative, flat within the exit threshold, and otherwise as it was. Source: Poterba and Summers, J.
/// Financial Economics 22(1), 1988; the rule in z-scores is that of Gatev, Goetzmann and Rouwenhorst, Review of
/// Financial Studies 19(3), 2006.
/// </remarks>
/// <param name="interval">The mean time between two wakes, which come at Poisson times.</param>
/// <param name="length">How many midpoints the mean is of.</param>
/// <param name="entry">How many deviations from the mean open a position.</param>
/// <param name="exit">How many deviations from the mean close it.</param>
/// <param name="position">Lots of a position.</param>
[Population("mean-reversion-traders")]
public sealed class MeanReversionTrader(Duration interval, int length, double entry, double exit, int position) : Agent
{
    readonly MidpointSample _sample = new(
        length > 1
            ? length
            : throw new ArgumentOutOfRangeException(nameof(length), "A mean is of two midpoints or more."));
    readonly double _exit = exit <= entry
        ? exit
        : throw new ArgumentOutOfRangeException(
            nameof(exit), "A position is closed nearer to the mean than it is opened.");
    readonly Duration _interval = interval > Duration.Zero
        ? interval
        : throw new ArgumentOutOfRangeException(nameof(interval), "The mean time between two wakes is above zero.");

    /// <summary>The position wanted: −1 short, 0 flat, +1 long.</summary>
    /// <param name="z">How many deviations the midpoint lies above the mean.</param>
    /// <param name="held">The position held.</param>
    /// <param name="entry">Where a position is opened.</param>
    /// <param name="exit">Where it is closed.</param>
    public static int Decide(double z, int held, double entry, double exit) =>
        z > entry ? -1
        : z < -entry ? 1
        : Math.Abs(z) <= exit ? 0
        : held;

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        while (market.IsOpen)
        {
            await market.Sleep(Random.NextExponential(_interval));
            if (!market.TryQuote(out Quote quote) || quote.Midpoint is not { } midpoint)
                continue;

            _sample.Add(midpoint);
            double deviation = _sample.Deviation;
            if (!_sample.IsFull || deviation == 0)
                continue;

            int wanted = Decide(
                ((midpoint.HalfTicks / 2.0) - _sample.Mean) / deviation, Math.Sign(market.Inventory()), entry, _exit);
            if (market.TakeUpTo((long)wanted * position, quote) is { } order)
                market.Enter(order);
        }
    }
}
