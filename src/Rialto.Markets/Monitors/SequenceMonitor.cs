using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>Checks that steps are numbered without a gap, and that time does not go back.</summary>
public sealed class SequenceMonitor : InvariantMonitor
{
    long _last;
    Timestamp _now;

    public override string Rule => "no event comes from the past, and none is left out";

    public override string? Check(in Step step, MonitoredListing listing)
    {
        (long before, Timestamp then) = (_last, _now);
        (_last, _now) = (step.Sequence, step.Input.At);
        if (step.Sequence != before + 1)
            return $"the step before had the number {before}";

        return step.Input.At < then ? $"it was {then} already" : null;
    }
}
