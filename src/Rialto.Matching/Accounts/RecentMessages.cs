using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>When a participant's last messages came, as many as its rate allows in a window.</summary>
sealed class RecentMessages(MessageRate rate)
{
    readonly Timestamp[] _times = new Timestamp[rate.Messages];
    int _oldest;
    int _count;

    /// <summary>Counts a message, unless there are as many in the window before it as there may be.</summary>
    public bool TryAdd(Timestamp now)
    {
        if (_count < _times.Length)
            _count++;
        else if (now < _times[_oldest] + rate.Window)
            return false;

        _times[_oldest] = now;
        _oldest = _oldest + 1 == _times.Length ? 0 : _oldest + 1;
        return true;
    }
}
