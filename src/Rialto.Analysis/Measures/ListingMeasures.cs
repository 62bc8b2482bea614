using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>All measures of one listing, in the order of every table and file that shows them.</summary>
static class ListingMeasures
{
    const double BasisPoints = 10_000;

    /// <summary>Taken once, because long samples take time: of a record that is finished.</summary>
    public static IReadOnlyList<Measure> Of(ListingRecord listing, MarketDirectory directory, Horizon horizon)
    {
        Instrument instrument = directory[listing.Listing.Instrument];
        return listing.Measures ??= [
            .. Liquidity(listing, horizon), .. Sampled(listing, instrument), .. Induced(listing)];
    }

    static IEnumerable<Measure> Sampled(ListingRecord listing, Instrument instrument)
    {
        SampledPrices sampled = new(listing);
        return [.. Trading(listing, instrument, sampled), .. Price(listing, instrument, sampled)];
    }

    static IEnumerable<Measure> Liquidity(ListingRecord listing, Horizon horizon)
    {
        double open = (listing.ClosedAt - horizon.Start).Seconds;
        yield return new(
            "spreadMeanTicks", "Quoted spread", "", MeasureGroup.Liquidity, MeasureFormat.Distance,
            listing.SpreadMean.Value, true);
        yield return new(
            "effectiveSpreadMeanTicks", "Effective spread", "", MeasureGroup.Liquidity, MeasureFormat.Distance,
            listing.EffectiveSpread.Value, true);
        yield return Distance("realizedSpreadMeanTicks", "Realised spread", listing.RealizedSpread.Value);
        yield return Distance("rollSpreadTicks", "Spread by Roll", listing.RollSpread.Value);
        yield return Real("bidDepthMeanLots", "Depth at best bid", "lots", listing.BidDepthMean.Value, true);
        yield return Real("askDepthMeanLots", "Depth at best ask", "lots", listing.AskDepthMean.Value, true);
        yield return Real(
            "twoSidedPercent", "Time with both sides", "%",
            open > 0 ? 100 * listing.SpreadMean.Present.Seconds / open : null);
        yield return Real(
            "spreadRecoveryPercent", "Spread back before next trade", "%", 100 * listing.SpreadRecovery.Share);
        yield return Real("spreadRecoveryMeanSeconds", "… after", "s", listing.SpreadRecovery.MeanSeconds);
        yield return Real(
            "depthRecoveryPercent", "Depth back before next trade", "%", 100 * listing.DepthRecovery.Share);

        static Measure Distance(string key, string label, double? value) =>
            new(key, label, "", MeasureGroup.Liquidity, MeasureFormat.Distance, value);

        static Measure Real(string key, string label, string unit, double? value, bool isHeadline = false) =>
            new(key, label, unit, MeasureGroup.Liquidity, MeasureFormat.Real, value, isHeadline);
    }

    static IEnumerable<Measure> Trading(ListingRecord listing, Instrument instrument, SampledPrices sampled)
    {
        LeastSquares? impact = LeastSquares.Of(sampled.Imbalances, sampled.Changes);
        yield return new("trades", "Trades", "", MeasureGroup.Trading, MeasureFormat.Count, listing.Trades.Count, true);
        yield return new(
            "volumeLots", "Volume", "lots", MeasureGroup.Trading, MeasureFormat.Count, listing.Price.Volume, true);
        yield return new(
            "vwap", "VWAP", "", MeasureGroup.Trading, MeasureFormat.Price,
            InCurrency(listing.Price.Value, instrument), true);
        yield return new(
            "auctions", "Auctions", "", MeasureGroup.Trading, MeasureFormat.Count,
            listing.Auctions > 0 ? listing.Auctions : null);
        yield return new(
            "ordersEntered", "Orders entered", "", MeasureGroup.Trading, MeasureFormat.Count,
            listing.OrdersEntered > 0 ? listing.OrdersEntered : null);
        yield return new(
            "ordersCanceledPercent", "… canceled", "%", MeasureGroup.Trading, MeasureFormat.Real,
            listing.OrdersEntered > 0 ? 100.0 * listing.OrdersCanceled / listing.OrdersEntered : null);
        yield return new(
            "orderFlowImbalanceLots", "Order-flow imbalance", "lots", MeasureGroup.Trading, MeasureFormat.Count,
            listing.Imbalance, true);
        yield return new(
            "impactTicksPerLot", "Impact of imbalance", "per lot", MeasureGroup.Trading, MeasureFormat.Distance,
            impact?.Slope);
        yield return new(
            "impactDetermination", "… its R²", "", MeasureGroup.Trading, MeasureFormat.Real, impact?.Determination);
    }

    static IEnumerable<Measure> Price(ListingRecord listing, Instrument instrument, SampledPrices sampled)
    {
        double[] absolute = [.. sampled.Returns.Select(Math.Abs)];
        string interval = DurationText.Of(listing.SamplingWidth);

        yield return new(
            "lastPrice", "Last price", "", MeasureGroup.Price, MeasureFormat.Price,
            InCurrency(0.5 * listing.MarkHalfTicks, instrument), true);
        yield return new(
            "returnIntervalSeconds", "Return interval", "s", MeasureGroup.Price, MeasureFormat.Real,
            sampled.Returns.Length > 0 ? listing.SamplingWidth.Seconds : null);
        yield return Real(
            "realizedVolatilityBasisPoints", "Realised volatility", "bp",
            BasisPoints * Returns.RealizedVolatility(sampled.Returns), true);
        yield return Real(
            "parkinsonVolatilityBasisPoints", "Volatility by Parkinson", "bp",
            BasisPoints * sampled.ParkinsonVolatility());
        yield return Real(
            "returnDeviationBasisPoints", $"Deviation of {interval} returns", "bp",
            BasisPoints * Moments.StandardDeviation(sampled.Returns));
        yield return Real(
            "returnExcessKurtosis", "Excess kurtosis of returns", "", Moments.ExcessKurtosis(sampled.Returns), true);
        yield return Real("returnSkewness", "Skewness of returns", "", Moments.Skewness(sampled.Returns));
        yield return Real("returnTailIndex", "Tail index of returns", "", HillTail.Of(absolute));
        yield return Real(
            "volatilityHurstExponent", "Hurst exponent of absolute returns", "", HurstExponent.Of(absolute));
        yield return Real(
            "volumeVolatilityCorrelation", "Volume with absolute returns", "",
            absolute.Length > 0 ? Correlation.Of(sampled.Volumes, absolute) : null);
        yield return Real(
            "returnAutocorrelationLag1", "Autocorrelation of returns", "", Autocorrelation.Of(sampled.Returns, 1));
        yield return Real(
            "absoluteReturnAutocorrelationLag1", "… of absolute returns", "", Autocorrelation.Of(absolute, 1));
        yield return new(
            "valueDeviationMeanTicks", "Midpoint off value", "", MeasureGroup.Price, MeasureFormat.Distance,
            listing.ValueDeviation.Value, true);
        yield return new(
            "tradeValueDeviationMeanTicks", "Trades off value", "", MeasureGroup.Price, MeasureFormat.Distance,
            listing.TradeValueDeviation.Value);

        static Measure Real(string key, string label, string unit, double? value, bool isHeadline = false) =>
            new(key, label, unit, MeasureGroup.Price, MeasureFormat.Real, value, isHeadline);
    }

    static IEnumerable<Measure> Induced(ListingRecord listing)
    {
        InducedOutcome? outcome = listing.Induced;
        InducedPeriod? first = outcome?.Periods is [InducedPeriod opening, ..] ? opening : null;
        InducedPeriod? last = outcome?.Periods is [.., InducedPeriod closing] ? closing : null;
        yield return Real("allocativeEfficiencyPercent", "Allocative efficiency", "%", outcome?.Efficiency, true);
        yield return Real("smithAlphaPercent", "Smith's alpha", "%", outcome?.Alpha, true);
        yield return Real("smithAlphaFirstPeriodPercent", "… in the first period", "%", first?.Alpha);
        yield return Real("smithAlphaLastPeriodPercent", "… in the last period", "%", last?.Alpha, true);
        yield return Real("tradesPerPeriod", "Trades per period", "", outcome?.TradesPerPeriod, true);

        static Measure Real(string key, string label, string unit, double? value, bool isHeadline = false) =>
            new(key, label, unit, MeasureGroup.Trading, MeasureFormat.Real, value, isHeadline);
    }

    static double? InCurrency(double? ticks, Instrument instrument) => ticks * (double)instrument.TickSize;
}
