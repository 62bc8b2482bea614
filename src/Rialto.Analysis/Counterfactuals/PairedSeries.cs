namespace Rialto.Analysis;

/// <summary>A quantity with and without an intervention, over time, from paired replications.</summary>
/// <remarks>
/// Both arms of a replication share their random numbers, so the effect is the mean of the differences within
/// replications, and its standard error that of these differences (common random numbers: A. M. Law, Simulation
/// Modeling and Analysis, 5th ed. 2015, 11.2).
/// </remarks>
public sealed class PairedSeries
{
    /// <param name="without">By replication and time; no number where there was none.</param>
    /// <param name="with">Likewise.</param>
    public PairedSeries(IReadOnlyList<double[]> without, IReadOnlyList<double[]> with)
    {
        int points = without.Count == 0 ? 0 : without[0].Length;
        Without = new MeanInterval?[points];
        With = new MeanInterval?[points];
        Effect = new MeanInterval?[points];
        for (int i = 0; i < points; i++)
        {
            Paired at = new([.. without.Select(path => path[i])], [.. with.Select(path => path[i])]);
            (Without[i], With[i], Effect[i]) = (at.Without, at.With, at.Effect);
        }
    }

    public MeanInterval?[] Without { get; }

    public MeanInterval?[] With { get; }

    /// <summary>With minus without.</summary>
    public MeanInterval?[] Effect { get; }
}

/// <summary>
/// One number with and without an intervention, from paired replications; those without a number in either arm do not
/// count.
/// </summary>
public sealed class Paired
{
    public Paired(IReadOnlyList<double> without, IReadOnlyList<double> with)
    {
        int[] counted = [.. Enumerable.Range(0, without.Count).Where(r => double.IsFinite(without[r])
            && double.IsFinite(with[r]))];
        Without = MeanInterval.Of([.. counted.Select(r => without[r])]);
        With = MeanInterval.Of([.. counted.Select(r => with[r])]);
        Effect = MeanInterval.Of([.. counted.Select(r => with[r] - without[r])]);
    }

    public MeanInterval? Without { get; }

    public MeanInterval? With { get; }

    /// <summary>With minus without.</summary>
    public MeanInterval? Effect { get; }

    /// <summary>
    /// How many times as many independent runs would be as sure: (s²with + s²without) / s²effect; null where nothing
    /// varies.
    /// </summary>
    public double? Saving =>
        Effect?.Deviation is > 0 and { } paired && With?.Deviation is { } with && Without?.Deviation is { } without
            ? ((with * with) + (without * without)) / (paired * paired)
            : null;
}
