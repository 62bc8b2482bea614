using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>The span of time that a run covers: from its start up to, and without, its end.</summary>
/// <exception cref="ArgumentException">The end does not come after the start.</exception>
public readonly record struct Horizon
{
    public Horizon(Timestamp start, Timestamp end)
    {
        if (end <= start)
            throw new ArgumentException($"A run ends after it starts, but {end} is not after {start}.", nameof(end));

        Start = start;
        End = end;
    }

    public Timestamp Start { get; }
    public Timestamp End { get; }
    public Duration Length => End - Start;
}
