using Rialto.Agents;
using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>The public data of one listing: its displayed book, and what was published as far back as anyone may still see it.</summary>
/// <remarks>
/// There is one history for everybody: a port reads it as of now minus its latency, and stores nothing. It reaches back as
/// far as the longest latency of the market, because whoever has not watched so far may begin to look.
/// </remarks>
sealed class Feed(Listing listing, Duration longestLatency, EventQueue queue, List<LatencyClass> allClasses)
{
    readonly List<LatencyClass> _classes = [];

    public Listing Listing => listing;

    public DisplayedBook Book { get; } = new();

    public History<Publication> Publications { get; } = new();

    public History<Trade> Trades { get; } = new();

    /// <summary>The class of those who see this listing with this latency.</summary>
    public LatencyClass ClassOf(Duration latency)
    {
        foreach (LatencyClass known in _classes)
        {
            if (known.Latency == latency)
                return known;
        }

        LatencyClass added = new(this, latency, queue, allClasses.Count);
        _classes.Add(added);
        allClasses.Add(added);
        return added;
    }

    /// <summary>Takes a step's public events in, and publishes what they amount to.</summary>
    public void Fold(in Step step)
    {
        Timestamp now = step.Input.At;
        long firstTrade = Trades.End;
        Signals kinds = Signals.None;
        BatchResult batch = default;
        Price? indicated = null;
        foreach (ref readonly MarketEvent happened in step.Events)
        {
            switch (happened.Kind)
            {
                case EventKind.Trade:
                    Trades.Add(new Trade(now, happened.Side, happened.Liquidity, happened.Price, happened.Quantity));
                    kinds |= Signals.Trade;
                    break;
                case EventKind.LevelChanged:
                    Book.Apply(happened);
                    kinds |= Signals.Quote;
                    break;
                case EventKind.Indication:
                    indicated = happened.Price;
                    break;
                case EventKind.AuctionEnded:
                    Price? price = happened.Quantity > Quantity.Zero ? happened.Price : indicated;
                    batch = new BatchResult(now, price, happened.Quantity);
                    kinds |= Signals.Batch;
                    break;
            }
        }

        if (kinds == Signals.None)
            return;

        Quote quote = new(now, Book);
        if ((kinds & Signals.Quote) != 0 && Publications.End > Publications.First
            && quote.ShowsTheSameAs(Publications[Publications.End - 1].Quote))
            kinds &= ~Signals.Quote;
        if (kinds == Signals.None)
            return;

        Publications.Add(new Publication(now, kinds, quote, firstTrade, (int)(Trades.End - firstTrade), batch));
        foreach (LatencyClass seers in _classes)
            seers.OnPublication(now);

        Forget(now);
    }

    /// <summary>The quote as it was at a time.</summary>
    public bool TryQuote(Timestamp asOf, out Quote quote)
    {
        long low = Publications.First;
        long high = Publications.End;
        if (high > low && Publications[high - 1].At <= asOf)
            low = high; // The newest is what most ask for.

        // The first publication after asOf is at low or later, and before or at high.
        while (low < high)
        {
            long middle = (low + high) >> 1;
            if (Publications[middle].At <= asOf)
                low = middle + 1;
            else
                high = middle;
        }

        bool exists = low > Publications.First;
        quote = exists ? Publications[low - 1].Quote : default;
        return exists;
    }

    /// <summary>Forgets what nobody can still be told: all but the newest publication that everybody has seen.</summary>
    void Forget(Timestamp now)
    {
        long keep = Publications.End - 1;
        foreach (LatencyClass seers in _classes)
            keep = Math.Min(keep, seers.NextPlace);

        Timestamp seenByAll = now - longestLatency;
        long place = Publications.First;
        while (place + 1 < Publications.End && place < keep && Publications[place + 1].At <= seenByAll)
            place++;

        Publications.ForgetBefore(place);
        Trades.ForgetBefore(Publications[place].FirstTrade);
    }
}
