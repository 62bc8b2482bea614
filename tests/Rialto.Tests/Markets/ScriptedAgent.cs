using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Tests.Markets;

/// <summary>An agent whose life is a function, and which notes what it is told.</summary>
sealed class ScriptedAgent(Func<ScriptedAgent, AgentTask> life) : Agent
{
    /// <summary>What it was told, or noted itself, with the time in ms.</summary>
    public List<string> Notes { get; } = [];

    public new IMarketAccess Market => base.Market;

    public new RandomStream Random => base.Random;

    public void Note(string what) => Notes.Add($"{Clock.Text(Market.Now)} {what}");

    public ClientOrderId Buy(long price, long lots = 1) =>
        Market.Enter(Order.Limit(Side.Buy, new Quantity(lots), new Price(price)));

    public ClientOrderId Sell(long price, long lots = 1) =>
        Market.Enter(Order.Limit(Side.Sell, new Quantity(lots), new Price(price)));

    protected override AgentTask TradeAsync(IMarketAccess market) => life(this);

    protected override void OnAccepted(Listing listing, in MarketEvent accepted) => Note($"accepted {accepted.Order}");

    protected override void OnReplaced(Listing listing, in MarketEvent replaced) =>
        Note($"replaced {replaced.Replaces} by {replaced.Order}");

    protected override void OnCanceled(Listing listing, in MarketEvent canceled) => Note($"canceled {canceled.Order}");

    protected override void OnRejected(Listing listing, in MarketEvent rejected) =>
        Note($"rejected {rejected.Order} {rejected.RejectReason}");

    protected override void OnExecution(Listing listing, in MarketEvent execution) =>
        Note($"executed {execution.Order} {execution.Quantity}@{execution.Price}");

    protected override void OnTrade(Listing listing, in Trade trade) => Note($"trade {trade.Quantity}@{trade.Price}");

    protected override void OnQuote(Listing listing, in Quote quote) => Note($"quote {quote.Bid}/{quote.Ask}");

    protected override void OnState(Listing listing, TradingState state) => Note($"state {state}");

    protected override void OnIndication(Listing listing, in Indication indication) =>
        Note($"indication {indication.Paired}@{indication.Price} {indication.Imbalance}");

    protected override void OnBatch(Listing listing, in BatchResult batch) =>
        Note($"batch {batch.Cleared}@{batch.Price}");
}
