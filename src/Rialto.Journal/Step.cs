using Rialto.Trading;

namespace Rialto.Journal;

/// <summary>One input and what the market said about it. Valid only during the call that hands it over.</summary>
public readonly ref struct Step(long sequence, in Input input, ReadOnlySpan<MarketEvent> events)
{
    readonly ref readonly Input _input = ref input;

    /// <summary>Dense from 1.</summary>
    public long Sequence { get; } = sequence;

    public ref readonly Input Input => ref _input;

    public ReadOnlySpan<MarketEvent> Events { get; } = events;
}
