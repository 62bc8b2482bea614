using Rialto.Agents;
using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>
/// The public data of one listing: its displayed book, and what was published as far back as anyone may still see it.
/// </summary>
/// <remarks>
/// There is one history for everybody: a port reads it as of now minus its latency, and stores nothing. It reaches back
/// as far as <see cref="Feeds.Reach"/>, because whoever has not watched so far may begin to look.
/// </remarks>
sealed class Feed(Feeds feeds, Listing listing)
{
    readonly LookupTable<Duration, LatencyClass> _classes = new();
    readonly List<LatencyClass> _awaiting = [];
    QuoteLine[] _lines = [];
    bool _isQuoted;
    long _volume;

    public Listing Listing => listing;

    public DisplayedBook Book { get; } = new();

    public History<Publication> Publications { get; } = new();

    public History<Trade> Trades { get; } = new();

    public History<Notice> Notices { get; } = new();

    /// <summary>The changes of levels, once somebody has asked for the whole book.</summary>
    public History<LevelChange>? LevelChanges { get; private set; }

    /// <summary>The class of those who see this listing with this latency.</summary>
    public LatencyClass ClassOf(Duration latency)
    {
        if (!_classes.TryGet(latency, out LatencyClass? seers))
        {
            seers = feeds.AddClass(this, latency);
            _classes.Set(latency, seers);
        }

        return seers;
    }

    /// <summary>The book as those with this latency see it. Before they have seen anything it is empty.</summary>
    public DelayedBook BookOf(Duration latency)
    {
        LevelChanges ??= new History<LevelChange>();
        LatencyClass seers = ClassOf(latency);
        return seers.Book ??= new DelayedBook(this, latency, feeds.Now);
    }

    /// <summary>Notes a class that waits for the next publication.</summary>
    public void Await(LatencyClass seers) => _awaiting.Add(seers);

    /// <summary>Lays a line on which everything published goes to another venue.</summary>
    public void Add(QuoteLine line) => _lines = [.. _lines, line];

    /// <summary>Takes a step's public events in, and publishes what they amount to.</summary>
    public void Fold(in Step step)
    {
        Timestamp now = step.Input.At;
        long firstTrade = Trades.End;
        Signals kinds = Signals.None;
        Notice notice = default;
        foreach (ref readonly MarketEvent happened in step.Events)
        {
            switch (happened.Kind)
            {
                case EventKind.Trade:
                    Trades.Add(new Trade(now, happened.Side, happened.Liquidity, happened.Price, happened.Quantity));
                    _volume += happened.Quantity.Lots;
                    kinds |= Signals.Trade;
                    break;
                case EventKind.LevelChanged:
                    Book.Apply(happened);
                    LevelChanges?.Add(new LevelChange(
                        now, happened.Side, new Level(happened.Price, happened.Quantity, happened.Orders)));
                    kinds |= Signals.Quote;
                    break;
                case EventKind.Indication:
                    notice = notice with
                    {
                        Indication = new Indication(happened.Price, happened.Quantity, happened.Imbalance),
                    };
                    kinds |= Signals.Indication;
                    break;
                case EventKind.AuctionEnded:
                    Price? indicated = (kinds & Signals.Indication) != 0 ? notice.Indication.Price : null;
                    Price? price = happened.Quantity > Quantity.Zero ? happened.Price : indicated;
                    notice = notice with { Batch = new BatchResult(now, price, happened.Quantity) };
                    kinds |= Signals.Batch;
                    break;
                case EventKind.StateChanged:
                    notice = notice with { State = happened.State };
                    kinds |= Signals.State;
                    break;
            }
        }

        if (kinds != Signals.None)
            Publish(now, kinds, firstTrade, notice);
    }

    /// <summary>The first publication that those with this latency have not seen at a time.</summary>
    public long FirstUnseen(Duration latency, Timestamp now)
    {
        Timestamp asOf = now - latency;
        long low = Publications.First;
        long high = Publications.End;
        if (high > low && Publications[high - 1].At <= asOf)
            return high; // The newest is what most ask for.

        while (low < high)
        {
            long middle = (low + high) >> 1;
            if (Publications[middle].At <= asOf)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>
    /// Hands the publications of a range to an agent, those that it waits for, in the order in which they came about.
    /// </summary>
    public void HandOver(Agent agent, Signals awaited, long first, long end)
    {
        for (long place = first; place < end; place++)
        {
            Publication published = Publications[place];
            Signals kinds = awaited & published.Kinds;
            for (int i = 0; i < published.Trades && (kinds & Signals.Trade) != 0; i++)
                agent.Receive(listing, Trades[published.FirstTrade + i]);
            if ((kinds & Signals.State) != 0)
                agent.Receive(listing, Notices[published.Notice].State);
            if ((kinds & Signals.Indication) != 0)
                agent.Receive(listing, Notices[published.Notice].Indication);
            if ((kinds & Signals.Batch) != 0)
                agent.Receive(listing, Notices[published.Notice].Batch);
            if ((kinds & Signals.Quote) != 0)
                agent.Receive(listing, published.Quote);
        }
    }

    void Publish(Timestamp now, Signals kinds, long firstTrade, in Notice notice)
    {
        Quote quote = new(now, Book);
        if ((kinds & Signals.Quote) != 0 && Publications.End > Publications.First
            && quote.ShowsTheSameAs(Publications[Publications.End - 1].Quote))
            kinds &= ~Signals.Quote;
        if (kinds == Signals.None)
            return;

        _isQuoted |= (kinds & Signals.Public) != 0;
        long place = Publications.End;
        Publications.Add(new Publication(
            kinds, quote, _isQuoted, _volume, firstTrade, (int)(Trades.End - firstTrade), Notices.End));
        if ((kinds & (Signals.Batch | Signals.State | Signals.Indication)) != 0)
            Notices.Add(notice);

        foreach (LatencyClass seers in _awaiting)
            seers.Schedule(place);

        _awaiting.Clear();
        foreach (QuoteLine line in _lines)
            line.OnPublished(place);

        Forget(now - feeds.Reach);
    }

    /// <summary>
    /// Forgets what nobody can still be told: all before the newest publication that everybody had seen earlier.
    /// </summary>
    void Forget(Timestamp seenByAll)
    {
        long place = Publications.First;
        while (place + 1 < Publications.End && Publications[place + 1].At < seenByAll)
            place++;

        Publications.ForgetBefore(place);
        // The last trade before it can still be asked for.
        Trades.ForgetBefore(Math.Max(0, Publications[place].FirstTrade - 1));
        Notices.ForgetBefore(Publications[place].Notice);
        if (LevelChanges is not { } changes)
            return;

        long first = changes.First;
        while (first < changes.End && changes[first].At < seenByAll)
            first++;

        if (first - changes.First > DelayedBook.MostUnread)
            feeds.ReadBooks(this, first);
    }
}
