using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// A participant decided by code. It sees the market through <see cref="IMarketAccess"/> and nothing else.
/// </summary>
/// <remarks>
/// Write <see cref="TradeAsync"/> as straight-line code: wait, look, act. The hooks below are called just before the
/// code continues, in the order in which things happened, for what the agent has been told since. Private events always
/// reach their hook; public ones while the agent waits for their signal.
/// </remarks>
public abstract class Agent
{
    RandomStream? _random;
    IMarketAccess? _market;

    /// <summary>The agent's own random numbers, named after it: nobody else's draws move them.</summary>
    protected RandomStream Random => _random ?? throw NotStarted();

    /// <summary>The agent's port.</summary>
    protected IMarketAccess Market => _market ?? throw NotStarted();

    /// <summary>Gives the agent its port and its random numbers, and runs it up to its first wait.</summary>
    public AgentTask Start(IMarketAccess market, RandomStream random)
    {
        _market = market;
        _random = random;
        return TradeAsync(market);
    }

    /// <summary>Hands over a private event: called by the port.</summary>
    public void Receive(Listing listing, in MarketEvent answer)
    {
        switch (answer.Kind)
        {
            case EventKind.Accepted:
                OnAccepted(listing, answer);
                break;
            case EventKind.Replaced:
                OnReplaced(listing, answer);
                break;
            case EventKind.Canceled:
                OnCanceled(listing, answer);
                break;
            case EventKind.Rejected:
                OnRejected(listing, answer);
                break;
            case EventKind.Executed:
                OnExecution(listing, answer);
                break;
            case EventKind.Charged:
                OnCharged(listing, answer);
                break;
        }
    }

    /// <summary>Hands over a public trade: called by the port.</summary>
    public void Receive(Listing listing, in Trade trade) => OnTrade(listing, trade);

    /// <summary>Hands over a change of the best quotes: called by the port.</summary>
    public void Receive(Listing listing, in Quote quote) => OnQuote(listing, quote);

    /// <summary>Hands over the result of a batch: called by the port.</summary>
    public void Receive(Listing listing, in BatchResult batch) => OnBatch(listing, batch);

    /// <summary>Hands over a listing's new trading state: called by the port.</summary>
    public void Receive(Listing listing, TradingState state) => OnState(listing, state);

    /// <summary>Hands over where an auction would clear: called by the port.</summary>
    public void Receive(Listing listing, in Indication indication) => OnIndication(listing, indication);

    /// <summary>What the agent shows of itself when it reports, beside its account.</summary>
    public virtual IEnumerable<StateValue> Describe() => [];

    /// <summary>A distance of so many price steps: <c>price + Ticks(2)</c>.</summary>
    protected static Ticks Ticks(long count) => new(count);

    /// <summary>The agent's life. It ends when the method does.</summary>
    protected abstract AgentTask TradeAsync(IMarketAccess market);

    protected virtual void OnAccepted(Listing listing, in MarketEvent accepted) { }

    protected virtual void OnReplaced(Listing listing, in MarketEvent replaced) { }

    protected virtual void OnCanceled(Listing listing, in MarketEvent canceled) { }

    protected virtual void OnRejected(Listing listing, in MarketEvent rejected) { }

    protected virtual void OnExecution(Listing listing, in MarketEvent execution) { }

    protected virtual void OnCharged(Listing listing, in MarketEvent charged) { }

    protected virtual void OnTrade(Listing listing, in Trade trade) { }

    protected virtual void OnQuote(Listing listing, in Quote quote) { }

    protected virtual void OnBatch(Listing listing, in BatchResult batch) { }

    protected virtual void OnState(Listing listing, TradingState state) { }

    protected virtual void OnIndication(Listing listing, in Indication indication) { }

    InvalidOperationException NotStarted() => new($"{GetType().Name} has no market yet: use it from TradeAsync on.");
}
