using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>What an intervention does to one listing: to its midpoint, its spread and its volume.</summary>
public sealed class ListingEffect
{
    /// <param name="name">For example <c>focal/XYZ</c>.</param>
    /// <param name="instrument">Whose ticks prices are given in.</param>
    /// <param name="midpoints">Without and with, by replication and time, in ticks.</param>
    /// <param name="spreads">Likewise, in ticks.</param>
    /// <param name="volumes">Likewise, lots since the branch point.</param>
    public ListingEffect(
        string name, Instrument instrument, (double[][] Without, double[][] With) midpoints,
        (double[][] Without, double[][] With) spreads, (double[][] Without, double[][] With) volumes)
    {
        Name = name;
        Instrument = instrument;
        double tick = (double)instrument.TickSize;
        (midpoints, spreads) = ((Scaled(midpoints.Without, tick), Scaled(midpoints.With, tick)),
            (Scaled(spreads.Without, tick), Scaled(spreads.With, tick)));
        Midpoint = new PairedSeries(midpoints.Without, midpoints.With);
        Spread = new PairedSeries(spreads.Without, spreads.With);
        Volume = new PairedSeries(volumes.Without, volumes.With);
        Measures =
        [
            Of("midpointAtEnd", "Midpoint at the end", "currency", midpoints, path => path[^1]),
            Of("midpointMean", "Midpoint, mean over time", "currency", midpoints, Mean),
            Of("spreadMean", "Quoted spread, mean over time", "currency", spreads, Mean),
            Of("volume", "Volume", "lots", volumes, path => path[^1]),
            Of("volatility", "Midpoint changes, root mean square", "currency", midpoints, Volatility),
        ];
    }

    public string Name { get; }

    public Instrument Instrument { get; }

    /// <summary>In currency.</summary>
    public PairedSeries Midpoint { get; }

    /// <summary>In currency.</summary>
    public PairedSeries Spread { get; }

    /// <summary>In lots, since the branch point.</summary>
    public PairedSeries Volume { get; }

    /// <summary>
    /// One number per replication and arm: name in files, label, unit, and what it is with and without.
    /// </summary>
    public IReadOnlyList<(string Name, string Label, string Unit, Paired Value)> Measures { get; }

    static (string, string, string, Paired) Of(
        string name, string label, string unit, (double[][] Without, double[][] With) paths,
        Func<double[], double> measure) =>
        (name, label, unit, new Paired([.. paths.Without.Select(measure)], [.. paths.With.Select(measure)]));

    /// <summary>Over the times at which there was a number; no number if there was none.</summary>
    static double Mean(double[] path) => path.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();

    /// <summary>√(Σ (xᵢ − xᵢ₋₁)² / n), of the changes from one time to the next.</summary>
    static double Volatility(double[] path)
    {
        double[] squares =
            [.. path.Zip(path.Skip(1), (before, after) => (after - before) * (after - before)).Where(double.IsFinite)];
        return squares.Length == 0 ? double.NaN : Math.Sqrt(squares.Average());
    }

    static double[][] Scaled(double[][] paths, double tick) =>
        [.. paths.Select(path => path.Select(value => value * tick).ToArray())];
}
