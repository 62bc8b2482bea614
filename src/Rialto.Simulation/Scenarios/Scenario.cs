using Rialto.Agents;
using Rialto.Markets;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>Everything about a run but its seed: read, checked, and ready to be built as often as one likes.</summary>
public sealed class Scenario
{
    readonly MarketBuilder _build;
    readonly Func<ulong, IReadOnlyList<FundamentalValue?>> _drawValues;

    internal Scenario(
        MapNode document, MarketBuilder build, Func<ulong, IReadOnlyList<FundamentalValue?>> drawValues) =>
        (Document, _build, _drawValues) = (document, build, drawValues);

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
    public MarketSetup Build(ulong seed) => _build(seed, value => value);

    /// <summary>
    /// The same, with the fundamental values handed through a function before anybody gets to know them.
    /// </summary>
    internal MarketSetup Build(ulong seed, Func<FundamentalValue, FundamentalValue> through) => _build(seed, through);

    /// <summary>The fundamental values alone, without their shocks.</summary>
    internal IReadOnlyList<FundamentalValue?> DrawValues(ulong seed) => _drawValues(seed);
}

/// <summary>Builds the market of a scenario.</summary>
/// <param name="seed">The run's.</param>
/// <param name="through">What becomes of every fundamental value before anybody gets to know it.</param>
delegate MarketSetup MarketBuilder(ulong seed, Func<FundamentalValue, FundamentalValue> through);

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
