using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>A step that was kept: what was applied, and what the venue said.</summary>
public sealed class RecordedStep
{
    readonly Input _input;
    readonly MarketEvent[] _events;

    public RecordedStep(in Step step) =>
        (Sequence, _input, _events) = (step.Sequence, step.Input, step.Events.ToArray());

    public long Sequence { get; }

    public Timestamp At => _input.At;

    /// <summary>The step in words.</summary>
    public string Text(MarketDirectory directory) => StepText.Of(new Step(Sequence, _input, _events), directory);

    /// <summary>The input, and then each event, in words.</summary>
    public IReadOnlyList<string> Lines(MarketDirectory directory) =>
        [StepText.Of(_input, directory), .. _events.Select(happened =>
            StepText.Of(happened, _input.Listing, directory))];

    /// <summary>
    /// Whether both are the same in every field; numbers of participants mean the same in both markets.
    /// </summary>
    public bool IsSameAs(RecordedStep other) =>
        Sequence == other.Sequence && _input == other._input && _events.AsSpan().SequenceEqual(other._events);
}
