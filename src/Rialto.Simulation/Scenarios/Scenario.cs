using Rialto.Markets;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>Everything about a run but its seed: read, checked, and ready to be built as often as one likes.</summary>
public sealed class Scenario
{
    readonly Func<ulong, MarketSetup> _build;

    internal Scenario(MapNode document, Func<ulong, MarketSetup> build) => (Document, _build) = (document, build);

    public required string Name { get; init; }

    /// <summary>What it shows, in a sentence; empty if it does not say.</summary>
    public required string Description { get; init; }

    /// <summary>The publication that it follows; empty if it does not say.</summary>
    public required string Citation { get; init; }

    public required Duration Duration { get; init; }

    /// <summary>The seed that it names itself; a run may be given another.</summary>
    public required ulong Seed { get; init; }

    /// <summary>What is to be recorded.</summary>
    public required IReadOnlyList<Recording> Record { get; init; }

    /// <summary>The length of a candle.</summary>
    public required Duration CandleInterval { get; init; }

    /// <summary>The effective scenario, after every option.</summary>
    public MapNode Document { get; }

    /// <summary>What was found in an imported file and has no effect, one line each.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>Facts that an imported study needs for its own files; null otherwise.</summary>
    public LeepsStudy? Leeps { get; init; }

    /// <summary>A fresh market setup: agents have state, so every run gets its own.</summary>
    public MarketSetup Build(ulong seed) => _build(seed);
}

/// <summary>What a run can leave behind.</summary>
public enum Recording
{
    Events,
    Orders,
    Executions,
    Trades,
    Quotes,
    Candles,
    Accounts,
    Agents,
    Values,
    Journal,
}
