using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Sinks;

/// <summary><c>quotes.csv</c>: one row for each step after which a listing shows another top of its book.</summary>
/// <remarks>
/// <code>
/// column        meaning
/// sequence      of the step, from 1
/// time          seconds since the run's origin
/// venue         name
/// instrument    symbol
/// bid           best bid, currency; blank if there is none, as all below
/// bid_quantity  lots at the best bid
/// ask           best ask, currency
/// ask_quantity  lots at the best ask
/// second_bid    the next price below the best bid, currency
/// second_ask    the next price above the best ask, currency
/// </code>
/// </remarks>
public sealed class QuotesCsv(MarketDirectory directory, Stream stream) : ISink
{
    readonly ListingTable<Top> _tops = new(directory);
    readonly MarketRows _rows = new(
        directory, stream, "sequence", "time", "venue", "instrument", "bid", "bid_quantity", "ask", "ask_quantity",
        "second_bid", "second_ask");

    public void OnStep(in Step step)
    {
        Top? top = null;
        foreach (ref readonly MarketEvent happened in step.Events)
        {
            if (happened.Kind != EventKind.LevelChanged)
                continue;

            top ??= _tops[step.Input.Listing];
            top.Book.Apply(happened);
        }

        if (top is null)
            return;

        Quote quote = new(step.Input.At, top.Book);
        if (quote.ShowsTheSameAs(top.Written))
            return;

        top.Written = quote;
        Write(step, quote);
    }

    public void Complete() => _rows.Flush();

    public void Dispose() => _rows.Dispose();

    void Write(in Step step, in Quote quote)
    {
        InstrumentId instrument = step.Input.Listing.Instrument;
        _rows.Begin(step);
        _rows.Add(instrument, quote.Bid);
        _rows.AddNumber(quote.BidQuantity.Lots);
        _rows.Add(instrument, quote.Ask);
        _rows.AddNumber(quote.AskQuantity.Lots);
        _rows.Add(instrument, quote.SecondBid);
        _rows.Add(instrument, quote.SecondAsk);
        _rows.EndRow();
    }

    /// <summary>The book of a listing, and the quote that was written last.</summary>
    sealed class Top
    {
        public readonly DisplayedBook Book = new();
        public Quote Written;
    }
}
