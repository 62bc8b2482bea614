using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>
/// What an agent's code may look at and do, as of now minus its latency: the carrier's side of the port.
/// </summary>
/// <remarks>
/// Every call counts against what the code may do without a wait. How it waits is the <see cref="Strand"/>'s part.
/// </remarks>
abstract class AgentAccess : IMarketAccess
{
    /// <param name="market">The carrier.</param>
    /// <param name="port">Whose code it is; null for the port itself.</param>
    protected AgentAccess(Market market, Port? port) => (Market, Port) = (market, port ?? (Port)this);

    protected Market Market { get; }

    /// <summary>The agent's own: its lines, its account and its life.</summary>
    protected Port Port { get; }

    public Timestamp Now => Market.Now;

    public bool IsOpen => Market.IsOpen;

    public ParticipantId Participant => Port.Owner;

    public Listing Home => Port.HomeListing;

    public Cash Cash => Port.KnownCash;

    public Duration OrderLatency => Port.OrderLatencyTo(Home.Venue);

    public OwnOrders Orders => Port.KnownOrders();

    public abstract Signals Resumed { get; }

    Timestamp IMarketAccess.Now
    {
        get
        {
            Port.Count();
            return Now;
        }
    }

    bool IMarketAccess.IsOpen
    {
        get
        {
            Port.Count();
            return IsOpen;
        }
    }

    public Instrument Instrument(InstrumentId instrument) => Market.Directory[instrument];

    public long Inventory(InstrumentId instrument)
    {
        Port.Count();
        return Port.KnownInventory(instrument);
    }

    public bool TryFind(string venue, out Listing listing)
    {
        Port.Count();
        for (short i = 0; i < Market.Directory.Venues.Count; i++)
        {
            if (Market.Directory.Venues[i] == venue)
            {
                listing = new Listing(new VenueId(i), Home.Instrument);
                return true;
            }
        }

        listing = default;
        return false;
    }

    public void Watch(Listing listing)
    {
        Port.Count();
        Port.Subscribe(listing, Port.DataLatencyOf(listing));
    }

    public void Watch(Listing listing, Duration latency)
    {
        Port.Count();
        Port.Subscribe(listing, latency);
    }

    public void WatchDepth(Listing listing)
    {
        Port.Count();
        Port.SubscribeToDepth(listing);
    }

    public bool TryQuote(Listing listing, out Quote quote)
    {
        Port.Count();
        Feed feed = Market.Feeds[listing];
        long next = feed.FirstUnseen(Port.DataLatencyOf(listing), Now);
        bool exists = next > feed.Publications.First && feed.Publications[next - 1].IsQuoted;
        quote = exists ? feed.Publications[next - 1].Quote : default;
        return exists;
    }

    public bool TryLastTrade(Listing listing, out Trade trade)
    {
        Port.Count();
        Feed feed = Market.Feeds[listing];
        long next = feed.FirstUnseen(Port.DataLatencyOf(listing), Now);
        long place = -1;
        if (next > feed.Publications.First)
        {
            ref readonly Publication seen = ref feed.Publications[next - 1];
            place = seen.FirstTrade + seen.Trades - 1;
        }

        bool exists = place >= feed.Trades.First;
        trade = exists ? feed.Trades[place] : default;
        return exists;
    }

    public long Volume(Listing listing)
    {
        Port.Count();
        Feed feed = Market.Feeds[listing];
        long next = feed.FirstUnseen(Port.DataLatencyOf(listing), Now);
        return next > feed.Publications.First ? feed.Publications[next - 1].Volume : 0;
    }

    public DisplayedBook Depth(Listing listing)
    {
        Port.Count();
        return Port.DepthOf(listing).AsOf(Now);
    }

    public ClientOrderId Send(in Request request)
    {
        Port.Count();
        return Port.Forward(request);
    }

    public void UseConnection(Duration orderLatency) => Port.Connection = orderLatency;

    public void Compute(Duration span)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(span.Nanoseconds, nameof(span));
        Port.Think(span);
    }

    public Wait RoundTrip(Listing listing)
    {
        Duration there = Port.OrderLatencyTo(listing.Venue);
        return new(this, Signals.Time, Port.FreeAt + there + Port.DataLatencyOf(listing));
    }

    public Wait Next(Signals signals, Timestamp until) => new(this, signals, until);

    public void Spawn(Func<IMarketAccess, AgentTask> code)
    {
        Port.Count();
        Port.Run(code);
    }

    public void Report(string trigger)
    {
        Port.Count();
        Port.Show(trigger);
    }

    public abstract void Park(Coroutine coroutine, Signals signals, Timestamp until);
}
