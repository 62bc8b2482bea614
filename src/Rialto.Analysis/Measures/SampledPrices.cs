namespace Rialto.Analysis;

/// <summary>A listing on a regular clock: midpoints, their returns, and what the order flow did in between.</summary>
sealed class SampledPrices
{
    /// <param name="listing">Whose samples are taken.</param>
    /// <param name="every">
    /// Of so many samples one is taken, the horizon's first included: minutes begin on the minute.
    /// </param>
    /// <param name="canUseTrades">
    /// Whether a listing that never showed both sides is seen by the prices of its trades.
    /// </param>
    public SampledPrices(ListingRecord listing, int every = 1, bool canUseTrades = false)
    {
        List<double> midpoints = [];
        List<double> imbalances = [];
        List<double> volumes = [];
        bool hasMidpoints = !canUseTrades || listing.Samples.Any(sample => sample.HalfTicks.HasValue);
        (long imbalance, long lots) = (0, 0);
        for (int i = 0; i < listing.Samples.Count; i++)
        {
            MarketSample sample = listing.Samples[i];
            if ((hasMidpoints ? sample.HalfTicks : sample.MarkHalfTicks) is not { } halfTicks)
                continue;

            imbalance += sample.Imbalance;
            lots += sample.Lots;
            if (i % every != 0)
                continue;

            if (midpoints.Count > 0)
            {
                imbalances.Add(imbalance);
                volumes.Add(lots);
            }

            midpoints.Add(0.5 * halfTicks);
            (imbalance, lots) = (0, 0);
        }

        Midpoints = [.. midpoints];
        Imbalances = [.. imbalances];
        Volumes = [.. volumes];
        Changes = new double[Imbalances.Length];
        for (int i = 0; i < Changes.Length; i++)
            Changes[i] = Midpoints[i + 1] - Midpoints[i];

        Returns = Analysis.Returns.Logarithmic(Midpoints);
    }

    /// <summary>From the first midpoint shown on, in ticks.</summary>
    public double[] Midpoints { get; }

    /// <summary>From one midpoint to the next, in ticks.</summary>
    public double[] Changes { get; }

    /// <summary>Logarithmic returns; empty if a midpoint was not positive.</summary>
    public double[] Returns { get; }

    /// <summary>Order-flow imbalances in the same spans, in lots.</summary>
    public double[] Imbalances { get; }

    /// <summary>Lots traded in the same spans.</summary>
    public double[] Volumes { get; }

    /// <summary>Volatility over all samples from the ranges in about sixty parts; null with too few samples.</summary>
    public double? ParkinsonVolatility()
    {
        const int Parts = 60;
        int part = Midpoints.Length / Parts;
        if (part < 2)
            return null;

        double[][] spans = [.. Midpoints.Chunk(part).Where(span => span.Length == part)];
        return Math.Sqrt(spans.Length) * Parkinson.Of(
            [.. spans.Select(span => span.Max())], [.. spans.Select(span => span.Min())]);
    }
}
