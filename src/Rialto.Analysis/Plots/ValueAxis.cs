using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>Axes of prices, lots, money and plain numbers.</summary>
static class ValueAxis
{
    /// <summary>An axis over values in ticks, labelled in currency.</summary>
    public static Axis OfPrices(Extent ticks, Instrument instrument) =>
        OfPriceRows(ticks.WidenedBy(0.04, least: 2), instrument);

    /// <summary>An axis over values in ticks, labelled in currency, exactly as long as its values.</summary>
    public static Axis OfPriceRows(Extent ticks, Instrument instrument) =>
        Of(ticks, (double)instrument.TickSize, (double)instrument.TickSize, Math.Min(2, instrument.Decimals));

    /// <summary>An axis over whole numbers, for example lots, labelled with themselves.</summary>
    public static Axis OfCounts(Extent counts) => Of(counts.WidenedBy(0.05, least: 1), 1, 1, 0);

    /// <summary>An axis over whole numbers that begins at zero.</summary>
    public static Axis OfCountsFromZero(double highest) => Of(new(0, Math.Max(1, highest * 1.05)), 1, 1, 0);

    /// <summary>An axis over money in cash units, labelled in currency.</summary>
    public static Axis OfCash(Extent units, double cashUnit) => Of(units.WidenedBy(0.05, least: 1), cashUnit, 0, 0);

    /// <summary>An axis over any numbers, labelled with themselves.</summary>
    public static Axis OfNumbers(Extent numbers) => Of(numbers, 1, 0, 0);

    /// <param name="extent">In the data's unit.</param>
    /// <param name="unit">One unit of the data, in the unit of the labels.</param>
    /// <param name="leastStep">Between two ticks, in the unit of the labels.</param>
    /// <param name="leastDecimals">That labels are written with.</param>
    static Axis Of(Extent extent, double unit, double leastStep, int leastDecimals)
    {
        return new(extent.Low, extent.High, TicksFor);

        IReadOnlyList<Tick> TicksFor(int count)
        {
            double step = NiceSteps.Of((extent.High - extent.Low) * unit, count, leastStep);
            int decimals = Math.Max(leastDecimals, NumberText.DecimalsOf(step));
            return [.. NiceSteps.Between(extent.Low * unit, extent.High * unit, step)
                .Select(value => new Tick(value / unit, NumberText.Of(value, decimals)))];
        }
    }
}
