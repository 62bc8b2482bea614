namespace Rialto.Analysis;

/// <summary>A listing on a regular clock: midpoints, their returns, and what the order flow did in between.</summary>
sealed class SampledPrices
{
    public SampledPrices(ListingRecord listing)
    {
        List<double> midpoints = [];
        List<double> imbalances = [];
        foreach (MarketSample sample in listing.Samples)
        {
            if (sample.HalfTicks is not { } halfTicks)
                continue;

            if (midpoints.Count > 0)
                imbalances.Add(sample.Imbalance);
            midpoints.Add(0.5 * halfTicks);
        }

        Midpoints = [.. midpoints];
        Imbalances = [.. imbalances];
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
}
