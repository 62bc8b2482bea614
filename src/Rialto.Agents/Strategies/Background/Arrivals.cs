using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// Draws the times at which somebody acts: a Poisson process whose rate follows the hour and the volume.
/// </summary>
/// <remarks>
/// Rate = (1 ÷ interval) × shape × (1 − n + n × recent volume ÷ usual volume), recent volume decaying exponentially.
/// Many who do so make a self-exciting market with branching ratio n: Hawkes, Biometrika 58(1), 1971; Bacry,
/// Mastromatteo and Muzy, Market Microstructure and Liquidity 1(1), 2015. The U shape of the day: Admati and
/// Pfleiderer, Review of Financial Studies 1(1), 1988. An exponential amount of exposure is drawn and used up at the
/// rate of each stretch of time, so the rate may change while somebody waits.
/// </remarks>
public sealed class Arrivals
{
    /// <summary>No burst makes anybody act more often than this times the mean.</summary>
    const double MostExcited = 20;

    readonly ArrivalPace _pace;
    readonly double _perSecond;
    readonly Duration _longestStretch;
    double _exposureLeft;
    double _rate;
    double _recent;
    long _volume;
    Timestamp _asOf;

    public Arrivals(ArrivalPace pace)
    {
        if (pace.Interval <= Duration.Zero)
            throw new ArgumentOutOfRangeException(nameof(pace), "The mean time between two actions is above zero.");
        if (pace.UShape is not (>= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(pace), "The middle of the day is quieter by a part from 0 up to 1.");
        }

        if (pace.Excitation is not (>= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(pace), "A branching ratio is from 0 up to 1: at 1 bursts do not end.");
        }

        if (pace.Excitation > 0 && (pace.Memory <= Duration.Zero || pace.UsualVolume <= 0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(pace), "Who follows the volume needs a memory, and the usual volume.");
        }

        _pace = pace;
        _perSecond = 1 / pace.Interval.Seconds;
        _recent = pace.UsualVolume * pace.Memory.Seconds;
        _longestStretch = pace.Excitation > 0 ? new Duration(Math.Max(1, pace.Memory.Nanoseconds / 4))
            : pace.UShape > 0 ? new Duration(Math.Max(1, pace.Day.Nanoseconds / 50))
            : new Duration(long.MaxValue);
    }

    /// <summary>Draws when the next action is due.</summary>
    public void Begin(Timestamp now, RandomStream random)
    {
        _exposureLeft = random.NextExponential();
        _rate = 0;
        Note(now, _volume);
    }

    /// <summary>How long to wait before asking again; zero once it is due.</summary>
    /// <param name="now">The time.</param>
    /// <param name="volume">Lots traded since the opening.</param>
    public Duration Advance(Timestamp now, long volume)
    {
        _exposureLeft -= _rate * (now - _asOf).Seconds;
        Note(now, volume);
        if (_exposureLeft <= 1e-9)
            return Duration.Zero;

        _rate = _perSecond * Shape(now) * Excitement;
        double seconds = _rate > 0 ? _exposureLeft / _rate : double.PositiveInfinity;
        return seconds < _longestStretch.Seconds ? new Duration((long)(seconds * 1e9) + 1) : _longestStretch;
    }

    /// <summary>The rate at this hour, relative to the mean of the day.</summary>
    public double Shape(Timestamp now)
    {
        if (_pace.UShape == 0 || _pace.Day <= Duration.Zero)
            return 1;

        double fromNoon = Math.Clamp(now.Nanoseconds / (double)_pace.Day.Nanoseconds, 0, 1) - 0.5;
        return 1 + (_pace.UShape * ((12 * fromNoon * fromNoon) - 1));
    }

    double Excitement => _pace.Excitation == 0
        ? 1
        : Math.Min(
            MostExcited,
            1 - _pace.Excitation + (_pace.Excitation * _recent / (_pace.UsualVolume * _pace.Memory.Seconds)));

    void Note(Timestamp now, long volume)
    {
        if (_pace.Excitation > 0 && now > _asOf)
        {
            // As if it had been traded evenly since.
            double elapsed = (now - _asOf).Nanoseconds / (double)_pace.Memory.Nanoseconds;
            double kept = BitStable.Exp(-elapsed);
            _recent = (_recent * kept) + ((volume - _volume) * (1 - kept) / elapsed);
            _volume = volume;
        }

        _asOf = now;
    }
}
