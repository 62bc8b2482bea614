using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>A fundamental value that follows a given path of steps.</summary>
public sealed class ScriptedValue : FundamentalValue
{
    readonly (Timestamp At, Price Value)[] _steps;

    /// <param name="steps">In order of time; the first is the value from the beginning on.</param>
    public ScriptedValue(IEnumerable<(Timestamp At, Price Value)> steps)
    {
        _steps = [.. steps];
        ArgumentOutOfRangeException.ThrowIfZero(_steps.Length, nameof(steps));
        for (int i = 1; i < _steps.Length; i++)
            ArgumentOutOfRangeException.ThrowIfLessThan(_steps[i].At, _steps[i - 1].At, nameof(steps));
    }

    public override Price At(Timestamp time) => _steps[Math.Max(0, CountUpTo(time) - 1)].Value;

    public override Timestamp NextMove(Timestamp after)
    {
        int next = CountUpTo(after);
        return next < _steps.Length ? _steps[next].At : Timestamp.Never;
    }

    /// <summary>How many steps lie at or before a time.</summary>
    int CountUpTo(Timestamp time)
    {
        int low = 0;
        int high = _steps.Length;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (_steps[middle].At <= time)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
