namespace Rialto.Analysis;

/// <summary>One stylized fact of financial markets, and how it is judged.</summary>
/// <param name="Key">Its name in JSON.</param>
/// <param name="Group">What it is about, a heading of the scorecard.</param>
/// <param name="Name">For people.</param>
/// <param name="Statistic">What the number is.</param>
/// <param name="Reference">The bar first, then the values that were published.</param>
/// <param name="Source">Who published them.</param>
sealed record Fact(string Key, string Group, string Name, string Statistic, string Reference, string Source)
{
    /// <summary>The number; null if there are no data for it.</summary>
    public required Func<MarketStatistics, double?> Value { get; init; }

    /// <summary>Whether the number is over the bar.</summary>
    public required Func<MarketStatistics, double, bool> Holds { get; init; }

    /// <summary>Why the bar does not apply, although there is a number; null if it does.</summary>
    public Func<MarketStatistics, string?> Obstacle { get; init; } = _ => null;

    public FactOutcome Judge(MarketStatistics market)
    {
        if (Value(market) is not { } value || !double.IsFinite(value))
            return new(null, Verdict.NotApplicable, Obstacle(market) ?? "no data");
        if (Obstacle(market) is { } reason)
            return new(value, Verdict.NotApplicable, reason);

        return new(value, Holds(market, value) ? Verdict.Holds : Verdict.Fails, "");
    }
}

/// <summary>What one market shows of one fact.</summary>
/// <param name="Value">The number; null without data.</param>
/// <param name="Verdict">Whether it is over the bar.</param>
/// <param name="Reason">Why it cannot be said; empty if it can.</param>
public readonly record struct FactOutcome(double? Value, Verdict Verdict, string Reason);
