using System.Numerics;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>
/// A path of an Ornstein–Uhlenbeck process around zero, or of Brownian motion if it does not revert, known exactly at
/// every nanosecond: dX = −κ X dt + σ dW.
/// </summary>
/// <remarks>
/// The path depends on start, parameters and noise alone, not on which times are asked for, in which order, or how
/// often: every nanosecond t has one normal number z(t), and
/// <list type="bullet">
/// <item>X(2ᵏ⁺¹) follows from X(2ᵏ) by the process's transition over h = 2ᵏ: mean X e^(−κh), variance v(h) = σ²(1 −
/// e^(−2κh)) / 2κ;</item>
/// <item>any other time is the middle of exactly one dyadic interval [m − h, m + h], and X(m) follows from the two ends
/// by the process's bridge: mean (X(m−h) + X(m+h)) e^(−κh) / (1 + e^(−2κh)), variance v(h) / (1 + e^(−2κh)).</item>
/// </list>
/// This is Lévy's construction of Brownian motion, with the bridge of a mean-reverting process; the law of any finite
/// set of points is exact but for rounding. A new time costs log₂ of its distance from the one before in normal
/// numbers, because the intervals around the last time are kept.
/// </remarks>
public sealed class GaussianPath
{
    /// <summary>Times from 2⁶² ns (146 years) on are as that.</summary>
    const int Levels = 62;

    readonly double _start;
    readonly double _reversion;
    readonly GaussianNoise _noise;

    /// <summary>By k, for a step or a half interval of h = 2ᵏ.</summary>
    readonly double[] _decay = new double[Levels];
    readonly double[] _stepDeviation = new double[Levels];
    readonly double[] _middleWeight = new double[Levels];
    readonly double[] _middleDeviation = new double[Levels];

    /// <summary>X(1), X(2), X(4), …, as far as they were needed.</summary>
    readonly double[] _anchors = new double[Levels + 1];
    int _anchored;

    /// <summary>
    /// The intervals around the last time, each half of the one above it: where it begins, and the path at both ends.
    /// </summary>
    readonly long[] _from = new long[Levels + 1];
    readonly double[] _left = new double[Levels + 1];
    readonly double[] _right = new double[Levels + 1];
    int _outermost = -1;
    int _innermost = -1;

    /// <param name="start">X(0).</param>
    /// <param name="reversion">κ, per nanosecond; zero for Brownian motion.</param>
    /// <param name="volatility">σ, per square root of a nanosecond.</param>
    /// <param name="noise">z.</param>
    public GaussianPath(double start, double reversion, double volatility, GaussianNoise noise)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(reversion);
        ArgumentOutOfRangeException.ThrowIfNegative(volatility);
        _start = start;
        _reversion = reversion;
        _noise = noise;
        for (int k = 0; k < Levels; k++)
        {
            double h = 1L << k;
            double decay = BitStable.Exp(-reversion * h);
            double variance = volatility * volatility * h * MeanOfDecay(2 * reversion * h);
            _decay[k] = decay;
            _stepDeviation[k] = Math.Sqrt(variance);
            _middleWeight[k] = decay / (1 + (decay * decay));
            _middleDeviation[k] = Math.Sqrt(variance / (1 + (decay * decay)));
        }
    }

    /// <summary>What is left of a distance after a span: e^(−κ span).</summary>
    public double Decay(Duration span) => BitStable.Exp(-_reversion * span.Nanoseconds);

    /// <summary>X at a time, in nanoseconds; before zero as at zero.</summary>
    public double At(long nanoseconds)
    {
        if (nanoseconds <= 0)
            return _start;

        long time = Math.Min(nanoseconds, (1L << Levels) - 1);
        int octave = BitOperations.Log2((ulong)time);
        if (octave != _outermost)
            Enter(octave);
        while (time < _from[_innermost] || time - _from[_innermost] >= 1L << _innermost)
            _innermost++;

        return Descend(time);
    }

    /// <summary>Halves the interval around a time until the time is its beginning.</summary>
    double Descend(long time)
    {
        int level = _innermost;
        while (_from[level] != time)
        {
            int half = level - 1;
            long middle = _from[level] + (1L << half);
            double value =
                (_middleWeight[half] * (_left[level] + _right[level])) + (_middleDeviation[half] * _noise.At(middle));
            bool isLater = time >= middle;
            _from[half] = isLater ? middle : _from[level];
            _left[half] = isLater ? value : _left[level];
            _right[half] = isLater ? _right[level] : value;
            level = half;
        }

        _innermost = level;
        return _left[level];
    }

    /// <summary>Begins with the interval from 2^octave to twice that.</summary>
    void Enter(int octave)
    {
        for (; _anchored <= octave + 1; _anchored++)
        {
            // X(1) lies one nanosecond after X(0), X(2ᵏ⁺¹) as long as 2ᵏ after X(2ᵏ).
            int before = Math.Max(0, _anchored - 1);
            double from = _anchored == 0 ? _start : _anchors[before];
            _anchors[_anchored] = (from * _decay[before]) + (_stepDeviation[before] * _noise.At(1L << _anchored));
        }

        _outermost = _innermost = octave;
        _from[octave] = 1L << octave;
        _left[octave] = _anchors[octave];
        _right[octave] = _anchors[octave + 1];
    }

    /// <summary>(1 − e⁻ˣ) / x, which is 1 at zero.</summary>
    static double MeanOfDecay(double x) => x > 0.01
        ? (1 - BitStable.Exp(-x)) / x
        : 1 - (x / 2 * (1 - (x / 3 * (1 - (x / 4 * (1 - (x / 5 * (1 - (x / 6)))))))));
}
