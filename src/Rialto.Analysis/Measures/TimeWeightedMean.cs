using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>The mean of a step function of time, over the time in which it has a value.</summary>
/// <remarks>
/// ∫ x(t) dt / ∫ dt, both over { t : x(t) is present }. Unit: that of x. O(1) per change, no allocation.
/// A value that lasts for no time has no weight.
/// </remarks>
public sealed class TimeWeightedMean
{
    Timestamp _since;
    double _current;
    bool _isPresent;
    double _area;
    long _time;

    /// <summary>From now on the function has this value, or none.</summary>
    /// <param name="at">Not earlier than at the call before.</param>
    public void Set(Timestamp at, double? value)
    {
        Advance(at);
        _isPresent = value.HasValue;
        _current = value.GetValueOrDefault();
    }

    /// <summary>Lets the present value last until <paramref name="at"/>.</summary>
    public void Advance(Timestamp at)
    {
        if (_isPresent)
        {
            long lasted = at.Nanoseconds - _since.Nanoseconds;
            _area += _current * lasted;
            _time += lasted;
        }

        _since = at;
    }

    /// <summary>The mean so far; null if there was no value for any time.</summary>
    public double? Value => _time > 0 ? _area / _time : null;

    /// <summary>For how long there was a value.</summary>
    public Duration Present => new(_time);
}
