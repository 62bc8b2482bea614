using Rialto.Agents;
using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>
/// <c>leeps_market.csv</c>: one row per execution, change of the best quotes, and batch, of each of the two markets.
/// </summary>
/// <remarks>
/// The focal market's rows also carry the external market's quotes and signed volume, which the predecessor left empty.
/// Triggers: E execution, Q quotes, Z batch, market_start, market_end.
/// </remarks>
public sealed class LeepsMarketFile : IMarketListener, IDisposable
{
    const string Header =
        "timestamp,subsession_id,market_id,trigger_msg_type,reference_price,best_bid,best_offer,next_bid,next_offer,"
        + "volume_at_best_bid,volume_at_best_offer,e_best_bid,e_best_offer,signed_volume,e_signed_volume,"
            + "clearing_price,"
        + "transacted_volume";

    readonly TextWriter _writer;
    readonly LeepsNames _names;
    readonly DisplayedBook[] _books;
    readonly Quote[] _quotes;
    readonly MarketFacts[] _facts;

    /// <param name="writer">Disposed with the file.</param>
    /// <param name="study">How facts are computed.</param>
    /// <param name="directory">Who and what is in the market.</param>
    /// <param name="seed">The run's seed, which names session and accounts.</param>
    public LeepsMarketFile(TextWriter writer, LeepsStudy study, MarketDirectory directory, ulong seed)
    {
        _writer = writer;
        _names = new LeepsNames(seed, directory.Participants.Count);
        int markets = directory.Venues.Count;
        _books = [.. Enumerable.Range(0, markets).Select(_ => new DisplayedBook())];
        _quotes = new Quote[markets];
        _facts = [.. Enumerable.Range(0, markets).Select(_ => Facts(study))];
        writer.Write(Header + "\n");
        for (int market = 0; market < markets; market++)
            Row(Timestamp.Zero, market, "market_start");
    }

    public void OnStep(in Step step)
    {
        int market = step.Input.Listing.Venue.Value;
        Timestamp now = step.Input.At;
        if (step.Input.Control == Control.Close)
        {
            Row(now, market, "market_end");
            return;
        }

        Price? indicated = null;
        MarketEvent? batch = null;
        foreach (ref readonly MarketEvent happened in step.Events)
        {
            _books[market].Apply(happened);
            switch (happened.Kind)
            {
                case EventKind.Trade:
                    Trade trade = new(now, happened.Side, happened.Liquidity, happened.Price, happened.Quantity);
                    _facts[market].Add(trade, _quotes[market]);
                    Row(now, market, "E");
                    Row(now, market, "E");
                    break;
                case EventKind.Indication:
                    indicated = happened.Price;
                    break;
                case EventKind.AuctionEnded:
                    batch = happened;
                    break;
            }
        }

        Quote quote = new(now, _books[market]);
        bool hasChanged = !quote.ShowsTheSameAs(_quotes[market]);
        _quotes[market] = quote;
        if (batch is { } ended)
            Row(now, market, "Z", ended.Quantity > Quantity.Zero ? ended.Price : indicated, ended.Quantity);
        else if (hasChanged)
            Row(now, market, "Q");
    }

    public void Dispose() => _writer.Dispose();

    static MarketFacts Facts(LeepsStudy study) => study.IsLegacy
        ? new LegacyFacts(study.ReferenceDecay, study.VolumeDecay, study.Session, study.Grid)
        : new ExponentialFacts(study.ReferenceDecay, study.VolumeDecay);

    void Row(Timestamp now, int market, string trigger, Price? clearing = null, Quantity? cleared = null)
    {
        Quote own = _quotes[market];
        bool isFocal = market == 0 && _quotes.Length > 1;
        Quote external = isFocal ? _quotes[1] : default;
        _writer.Write(string.Join(
            ',',
            LeepsCell.Of(now), _names.Session, LeepsCell.Of(market), trigger,
            LeepsCell.Of(_facts[market].ReferencePrice),
            LeepsCell.Of(own.Bid), LeepsCell.Of(own.Ask), LeepsCell.Of(own.SecondBid), LeepsCell.Of(own.SecondAsk),
            LeepsCell.Of(own.BidQuantity, own.Bid is not null), LeepsCell.Of(own.AskQuantity, own.Ask is not null),
            LeepsCell.Of(external.Bid), LeepsCell.Of(external.Ask), LeepsCell.Of(_facts[market].SignedVolume(now)),
            isFocal ? LeepsCell.Of(_facts[1].SignedVolume(now)) : "",
            LeepsCell.Of(clearing), cleared is { } lots ? LeepsCell.Of(lots.Lots) : "") + "\n");
    }
}
