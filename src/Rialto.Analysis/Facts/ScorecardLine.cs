namespace Rialto.Analysis;

/// <summary>One fact, and what every market shows of it.</summary>
public sealed class ScorecardLine
{
    readonly Fact _fact;

    internal ScorecardLine(Fact fact, IReadOnlyList<FactOutcome> outcomes) => (_fact, Outcomes) = (fact, outcomes);

    /// <summary>Its name in JSON.</summary>
    public string Key => _fact.Key;

    /// <summary>The heading that it stands under.</summary>
    public string Group => _fact.Group;

    public string Name => _fact.Name;

    /// <summary>What the number is.</summary>
    public string Statistic => _fact.Statistic;

    /// <summary>The bar, and after it the values that were published.</summary>
    public string Reference => _fact.Reference;

    /// <summary>Who published them.</summary>
    public string Source => _fact.Source;

    /// <summary>One per column.</summary>
    public IReadOnlyList<FactOutcome> Outcomes { get; }

    /// <summary>A number of the line as text.</summary>
    public static string TextOf(FactOutcome outcome) =>
        outcome.Value is { } value ? NumberText.Significant(value) : MeasureText.Absent;
}
