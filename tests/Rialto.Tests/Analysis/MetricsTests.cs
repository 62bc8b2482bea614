using System.Text.Json.Nodes;
using Rialto.Analysis;

namespace Rialto.Tests.Analysis;

public sealed class MetricsTests
{
    static readonly string[] Keys =
    [
        "spreadMeanTicks", "effectiveSpreadMeanTicks", "realizedSpreadMeanTicks", "rollSpreadTicks", "bidDepthMeanLots",
        "askDepthMeanLots", "twoSidedPercent", "spreadRecoveryPercent", "spreadRecoveryMeanSeconds",
        "depthRecoveryPercent",
        "trades", "volumeLots", "vwap", "auctions", "ordersEntered", "ordersCanceledPercent", "orderFlowImbalanceLots",
        "impactTicksPerLot", "impactDetermination",
        "lastPrice", "returnIntervalSeconds", "realizedVolatilityBasisPoints", "parkinsonVolatilityBasisPoints",
        "returnDeviationBasisPoints", "returnExcessKurtosis", "returnSkewness", "returnTailIndex",
        "volatilityHurstExponent",
        "volumeVolatilityCorrelation", "returnAutocorrelationLag1", "absoluteReturnAutocorrelationLag1",
        "valueDeviationMeanTicks", "tradeValueDeviationMeanTicks",
        "allocativeEfficiencyPercent", "smithAlphaPercent", "smithAlphaFirstPeriodPercent",
        "smithAlphaLastPeriodPercent", "tradesPerPeriod",
    ];

    [Fact]
    public void Every_listing_has_the_same_keys_in_the_same_order()
    {
        JsonObject metrics = Metrics.Of(SyntheticRun.Continuous(venues: 2));

        Assert.Equal(["focal", "external"], metrics["listings"]!.AsObject().Select(venue => venue.Key));
        foreach ((_, JsonNode? venue) in metrics["listings"]!.AsObject())
            Assert.Equal(Keys, venue!["XYZ"]!.AsObject().Select(measure => measure.Key));
    }

    [Fact]
    public void What_has_no_value_is_null()
    {
        JsonNode listing = Metrics.Of(SyntheticRun.BidsOnly())["listings"]!["focal"]!["XYZ"]!;

        Assert.Null(listing["spreadMeanTicks"]);
        Assert.Null(listing["vwap"]);
        Assert.Null(listing["returnExcessKurtosis"]);
        Assert.Equal(0, (long)listing["trades"]!);
    }

    [Fact]
    public void Numbers_are_plain_and_prices_are_in_currency()
    {
        RunRecord record = new(SyntheticRun.Directory(1, 2), new(default, new(1_000_000_000)));
        new MarketScript(record).Bid(5, 9_990).Ask(5, 10_000).At(0).Match(0, 1, 3, 10_000).At(0.5);
        string metrics = Metrics.Of(record).ToJsonString();

        Assert.Contains("\"spreadMeanTicks\":10,", metrics, StringComparison.Ordinal);
        Assert.Contains("\"vwap\":100,", metrics, StringComparison.Ordinal);
        Assert.Contains("\"lastPrice\":99.95,", metrics, StringComparison.Ordinal);
        Assert.Contains("\"volumeLots\":3,", metrics, StringComparison.Ordinal);
        Assert.Contains("\"gainMost\":0.15}", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_venues_of_one_instrument_share_the_discovery_of_its_price()
    {
        JsonNode shares = Metrics.Of(SyntheticRun.Continuous(venues: 2))["informationShares"]!["XYZ"]!;

        Assert.Equal(1, (double)shares["focal"]!["lowest"]! + (double)shares["external"]!["highest"]!, 9);
        Assert.InRange((double)shares["focal"]!["lowest"]!, 0, (double)shares["focal"]!["highest"]!);
        Assert.Null(Metrics.Of(SyntheticRun.Continuous())["informationShares"]);
    }

    [Fact]
    public void The_same_run_has_the_same_metrics() =>
        Assert.Equal(
            Metrics.Of(SyntheticRun.Continuous()).ToJsonString(), Metrics.Of(SyntheticRun.Continuous()).ToJsonString());

    [Fact]
    public void A_run_in_which_nothing_happened_has_metrics_too() =>
        Assert.Empty(Metrics.Of(SyntheticRun.Empty())["listings"]!.AsObject());

    [Fact]
    public void A_result_card_says_what_matters_and_leaves_out_what_is_absent()
    {
        RunRecord record = new(SyntheticRun.Directory(1, 2), new(default, new(1_000_000_000)));
        new MarketScript(record).Bid(5, 9_990).Ask(1_234, 10_000).At(0);

        Assert.Equal(
        [
            "Quoted spread 0.100",
            "Depth at best bid 5.00 lots",
            "Depth at best ask 1\u2009234 lots",
            "Trades 0",
            "Volume 0 lots",
            "Order-flow imbalance \u22121\u2009229 lots",
            "Last price 99.95",
            "Realised volatility 0 bp",
        ],
            ResultCard.Of(record).Lines.Select(line => $"{line.Label} {line.Values.Single()} {line.Unit}".TrimEnd()));
    }

    [Fact]
    public void A_result_card_has_a_column_for_every_listing()
    {
        ResultCard card = ResultCard.Of(SyntheticRun.Continuous(venues: 2));

        Assert.Equal(["focal", "external"], card.Columns);
        Assert.All(card.Lines, line => Assert.Equal(2, line.Values.Count));
    }
}
