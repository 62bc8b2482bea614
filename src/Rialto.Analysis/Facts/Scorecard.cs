using System.Globalization;
using System.Text.Json.Nodes;

namespace Rialto.Analysis;

/// <summary>Which stylized facts markets show: a line per fact, a column per market.</summary>
public sealed class Scorecard
{
    readonly MarketStatistics[] _markets;

    Scorecard(MarketStatistics[] markets)
    {
        _markets = markets;
        Lines = [.. FactList.All.Select(fact => new ScorecardLine(fact, [.. markets.Select(fact.Judge)]))];
    }

    /// <param name="markets">Simulated ones and tapes; those in which nothing happened are left out.</param>
    public static Scorecard Of(IEnumerable<ObservedMarket> markets)
    {
        List<MarketStatistics> measured = [];
        foreach (ObservedMarket market in markets)
        {
            market.Record.Run.Finish();
            if (market.Record.Busiest is { } listing)
                measured.Add(new(market, listing));
        }

        return new([.. measured]);
    }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Columns => [.. _markets.Select(market => market.Market.Name)];

    public IReadOnlyList<ScorecardLine> Lines { get; }

    internal IReadOnlyList<MarketStatistics> Markets => _markets;

    /// <summary>How many facts a market shows.</summary>
    public int Holding(int column) => Lines.Count(line => line.Outcomes[column].Verdict == Verdict.Holds);

    /// <summary>How many facts its data permit to judge.</summary>
    public int Judged(int column) => Lines.Count(line => line.Outcomes[column].Verdict != Verdict.NotApplicable);

    /// <summary>For programs: everything that the table says.</summary>
    /// <remarks>
    /// <code>
    /// { "facts": [ { "key", "name", "statistic", "reference", "source" } ],
    ///   "markets": [ { "name", "origin", "isTape", "intervalSeconds", "returns", "trades", "holding", "judged",
    /// "facts": { key: { "value": number or null, "verdict": "holds" | "fails" | "not applicable", "reason" } } } ] }
    /// </code>
    /// </remarks>
    public JsonObject ToJson() => new()
    {
        ["facts"] = new JsonArray([.. Lines.Select(line => (JsonNode)new JsonObject
        {
            ["key"] = line.Key,
            ["name"] = line.Name,
            ["statistic"] = line.Statistic,
            ["reference"] = line.Reference,
            ["source"] = line.Source,
        })]),
        ["markets"] = new JsonArray(
            [.. Enumerable.Range(0, _markets.Length).Select(column => (JsonNode)OfMarket(column))]),
    };

    /// <summary>In words of the scorecard.</summary>
    public static string WordFor(Verdict verdict) => verdict switch
    {
        Verdict.Holds => "holds",
        Verdict.Fails => "fails",
        _ => "not applicable",
    };

    JsonObject OfMarket(int column)
    {
        MarketStatistics market = _markets[column];
        JsonObject facts = [];
        foreach (ScorecardLine line in Lines)
        {
            FactOutcome outcome = line.Outcomes[column];
            facts[line.Key] = new JsonObject
            {
                ["value"] = outcome.Value is { } value
                    ? double.Parse(value.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
                    : null,
                ["verdict"] = WordFor(outcome.Verdict),
                ["reason"] = outcome.Reason.Length > 0 ? outcome.Reason : null,
            };
        }

        return new()
        {
            ["name"] = market.Market.Name,
            ["origin"] = market.Market.Origin,
            ["isTape"] = market.Market.IsTape,
            ["intervalSeconds"] = market.Interval.Seconds,
            ["returns"] = market.Returns.Length,
            ["trades"] = market.Trades,
            ["holding"] = Holding(column),
            ["judged"] = Judged(column),
            ["facts"] = facts,
        };
    }
}
