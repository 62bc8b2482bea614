using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>
/// Rare large shocks at Poisson times, up or down, each of which decays as the value reverts to its mean.
/// </summary>
/// <remarks>
/// The sum of what is left of them, Σ Sᵢ e^(−κ(t − τᵢ)) over shocks up to t. Added to an Ornstein–Uhlenbeck process it
/// gives the process that jumps by Sᵢ at τᵢ, exactly, because the process is linear.
/// Source: Byrd, Hybinette and Balch, "ABIDES: Towards high-fidelity multi-agent market simulation", SIGSIM-PADS 2020.
/// </remarks>
public sealed class MegaShocks
{
    readonly Rate _rate;
    readonly double _mean;
    readonly double _deviation;
    readonly double _reversion;
    readonly RandomStream _random;
    readonly List<(Timestamp At, double Level)> _shocks = [(Timestamp.Zero, 0)];
    Timestamp _next;

    /// <param name="rate">How often they come.</param>
    /// <param name="mean">Of a shock's size, in ticks; it is as likely up as down.</param>
    /// <param name="deviation">Of a shock's size, in ticks.</param>
    /// <param name="reversion">κ, per nanosecond.</param>
    /// <param name="random">The shocks' own random numbers.</param>
    public MegaShocks(Rate rate, double mean, double deviation, double reversion, RandomStream random)
    {
        (_rate, _mean, _deviation, _reversion, _random) = (rate, mean, deviation, reversion, random);
        _next = Timestamp.Zero + random.NextExponential(rate.MeanInterval);
    }

    /// <summary>What is left of all shocks so far, in ticks.</summary>
    public double At(Timestamp time)
    {
        DrawUpTo(time);
        if (_shocks.Count == 1)
            return 0;

        (Timestamp at, double level) = _shocks[CountUpTo(time) - 1];
        return level == 0 ? 0 : level * Decay(time - at);
    }

    /// <summary>When the next shock comes.</summary>
    public Timestamp NextMove(Timestamp after)
    {
        DrawUpTo(after);
        int next = CountUpTo(after);
        return next < _shocks.Count ? _shocks[next].At : _next;
    }

    void DrawUpTo(Timestamp time)
    {
        while (_next <= time && _next != Timestamp.Never)
        {
            double size = _random.NextSide().Sign * _random.NextNormal(_mean, _deviation);
            (Timestamp at, double level) = _shocks[^1];
            _shocks.Add((_next, (level * Decay(_next - at)) + size));
            _next += _random.NextExponential(_rate.MeanInterval);
        }
    }

    /// <summary>How many entries lie at or before a time; the first, which is no shock, always does.</summary>
    int CountUpTo(Timestamp time)
    {
        int low = 1;
        int high = _shocks.Count;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (_shocks[middle].At <= time)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    double Decay(Duration age) => BitStable.Exp(-_reversion * age.Nanoseconds);
}
