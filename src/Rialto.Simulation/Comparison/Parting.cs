using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>
/// Where two runs part: the first step that is not the same in both, what came before, and what each did from there.
/// </summary>
/// <param name="Sequence">The number of the step.</param>
/// <param name="At">Its time, the earlier of the two; null if neither run has it.</param>
/// <param name="What">
/// The first line that differs, of each run: its input, or one of its events; null where a run has ended.
/// </param>
/// <param name="Before">The last steps that are the same in both, in words.</param>
/// <param name="First">The first run from there on, in words.</param>
/// <param name="Second">The second run from there on, in words.</param>
public sealed record Parting(
    long Sequence, Timestamp At, (string? First, string? Second) What, IReadOnlyList<string> Before,
    IReadOnlyList<string> First, IReadOnlyList<string> Second)
{
    const int StepsBefore = 4;
    const int StepsAfter = 4;

    /// <summary>Follows two runs until they part.</summary>
    /// <returns>Null if they do not.</returns>
    public static Parting? Of(StepSource first, StepSource second)
    {
        bool isComparable = MeanTheSame(first.Directory, second.Directory);
        Queue<RecordedStep> before = new();
        while (true)
        {
            bool hasFirst = first.TryNext(out RecordedStep? one);
            bool hasSecond = second.TryNext(out RecordedStep? other);
            if (!hasFirst && !hasSecond)
                return null;

            bool areEqual = hasFirst && hasSecond
                && (isComparable ? one!.IsSameAs(other!) : one!.Text(first.Directory) == other!.Text(second.Directory));
            if (!areEqual)
                return new Parting(
                    (one ?? other)!.Sequence,
                    Timestamp.Earliest(one?.At ?? Timestamp.Never, other?.At ?? Timestamp.Never),
                    FirstDifference(one?.Lines(first.Directory) ?? [], other?.Lines(second.Directory) ?? []),
                    [.. before.Select(step => step.Text(first.Directory))], Continue(one, first),
                    Continue(other, second));

            before.Enqueue(one!);
            if (before.Count > StepsBefore)
                before.Dequeue();
        }
    }

    /// <summary>
    /// Whether numbers stand for the same things; one market may have more participants behind the others.
    /// </summary>
    static bool MeanTheSame(MarketDirectory first, MarketDirectory second) =>
        first.Venues.SequenceEqual(second.Venues) && first.Instruments.SequenceEqual(second.Instruments)
        && first.Participants.Zip(second.Participants).All(pair => pair.First.Name == pair.Second.Name);

    static (string?, string?) FirstDifference(IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        int line = 0;
        while (line < first.Count && line < second.Count && first[line] == second[line])
            line++;

        return (line < first.Count ? first[line] : null, line < second.Count ? second[line] : null);
    }

    static List<string> Continue(RecordedStep? step, StepSource source)
    {
        List<string> texts = [];
        for (; step is not null && texts.Count < StepsAfter; source.TryNext(out step))
            texts.Add(step.Text(source.Directory));

        return texts;
    }
}
