using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// Quotes one lot on each side around latent prices: a mixture of its own market's and an external market's best
/// quotes, shifted by signed volume and against its own inventory.
/// </summary>
/// <remarks>
/// implied = grid( w·(E + h·a_x·e) + (1 − w)·(B + h·a_x·x) − h·a_y·I ), for the bid with the best bids B (without its
/// own) and E (external), for the offer with the best offers; x and e are the signed volumes, I its inventory, h half a
/// grid step. It quotes when both markets are two-sided, and neither side when the implied bid reaches the implied
/// offer. Source: the automated role of the ELO environment, Leeps-Lab/high_frequency_trading.
/// </remarks>
[Population("elo")]
public sealed class EloAgent(AgentNumber number, EloSettings settings) : Agent
{
    readonly IReadOnlyList<EloState> _schedule = settings.Schedule.All(state => state.Agent >= 1
        && state.Agent <= number.Of)
        ? settings.Schedule
        : throw new ArgumentOutOfRangeException(
            "schedule", $"It names an agent that is not there: they are numbered from 1 to {number.Of}.");

    readonly EloSide _bid = new(Side.Buy);
    readonly EloSide _offer = new(Side.Sell);
    readonly MarketFacts _home = settings.NewFacts();
    readonly MarketFacts _external = settings.NewFacts();
    readonly EloAccount _account = new(settings);
    EloState _state = new(Duration.Zero, number.Value, ConnectionSpeed.Slow, 0, 0, 0);
    Listing _externalListing;
    Quote _lastHome;
    Quote _lastExternal;
    (Listing Listing, Timestamp At)? _lastBatch;

    /// <summary>How often it would have quoted a bid at or above its offer, and quoted neither instead.</summary>
    public int CrossedQuotes { get; private set; }

    public override IEnumerable<StateValue> Describe()
    {
        bool hasHome = Market.TryQuote(Market.Home, out Quote home);
        bool hasExternal = Market.TryQuote(_externalListing, out Quote external);
        yield return StateValue.Of("best_bid", hasHome ? home.Bid : null);
        yield return StateValue.Of("best_offer", hasHome ? home.Ask : null);
        yield return StateValue.Of("next_bid", hasHome ? home.SecondBid : null);
        yield return StateValue.Of("next_offer", hasHome ? home.SecondAsk : null);
        yield return StateValue.Of("e_best_bid", hasExternal ? external.Bid : null);
        yield return StateValue.Of("e_best_offer", hasExternal ? external.Ask : null);
        yield return StateValue.Of("bid", _bid.Acknowledged);
        yield return StateValue.Of("offer", _offer.Acknowledged);
        yield return StateValue.Of("best_bid_except_me", _bid.ExceptMe);
        yield return StateValue.Of("best_offer_except_me", _offer.ExceptMe);
        yield return StateValue.Of("delay", Market.OrderLatency);
        yield return StateValue.Of("staged_bid", _bid.Staged);
        yield return StateValue.Of("staged_offer", _offer.Staged);
        yield return StateValue.Of("implied_bid", _bid.Implied);
        yield return StateValue.Of("implied_offer", _offer.Implied);
        yield return StateValue.Of("slider_a_x", _state.SignedVolume * settings.SignedVolumeMultiplier);
        yield return StateValue.Of("slider_a_y", _state.Inventory * settings.InventoryMultiplier);
        yield return StateValue.Of("slider_a_z", _state.External);
        yield return StateValue.Of("signed_volume", _home.SignedVolume(Market.Now));
        yield return StateValue.Of("e_signed_volume", _external.SignedVolume(Market.Now));
        yield return StateValue.Of("reference_price", _home.ReferencePrice);
        yield return StateValue.Of("net_worth", _account.NetWorth(Market, _home.ReferencePrice));
        yield return StateValue.Of("tax_paid", _account.Tax(Market, _home.ReferencePrice));
        yield return StateValue.Of("speed_cost", _account.SpeedCost(Market));
        yield return StateValue.Of("crossed_quotes", CrossedQuotes);
    }

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        if (!market.TryFind(settings.Watch.Value, out _externalListing))
            throw new ArgumentException($"There is no venue '{settings.Watch}' to watch.");

        market.Watch(_externalListing);
        market.UseConnection(settings.SlowLatency);
        market.Report("market_start");

        foreach (EloState next in _schedule.OrderBy(state => state.At))
        {
            if (next.Agent != number.Value)
                continue;

            Timestamp at = Timestamp.Zero + next.At;
            while (market.IsOpen && market.Now < at)
                await market.Next(Signals.Time | Signals.Private | Signals.Public, at);
            if (market.IsOpen)
                ChangeTo(next);
        }

        while (market.IsOpen)
            await market.Next(Signals.Private | Signals.Public, Timestamp.Never);

        _account.Close(market.Now);
        market.Report("market_end");
    }

    protected override void OnAccepted(Listing listing, in MarketEvent accepted) => TakeAnswer(accepted, "A");

    protected override void OnReplaced(Listing listing, in MarketEvent replaced) => TakeAnswer(replaced, "U");

    protected override void OnCanceled(Listing listing, in MarketEvent canceled) => TakeAnswer(canceled, "C");

    protected override void OnRejected(Listing listing, in MarketEvent rejected) => TakeAnswer(rejected, null);

    /// <summary>
    /// An execution only frees the side: the change of the quotes that comes with it makes it quote again.
    /// </summary>
    protected override void OnExecution(Listing listing, in MarketEvent execution)
    {
        _ = _bid.TryTake(execution) || _offer.TryTake(execution);
        _account.LastPrice = execution.Price;
        Market.Report("E");
    }

    protected override void OnTrade(Listing listing, in Trade trade)
    {
        if (listing == Market.Home)
            _home.Add(trade, _lastHome);
        else
            _external.Add(trade, _lastExternal);
    }

    protected override void OnQuote(Listing listing, in Quote quote)
    {
        bool isHome = listing == Market.Home;
        if (isHome)
            _lastHome = quote;
        else
            _lastExternal = quote;

        if ((listing, quote.At) == _lastBatch)
            return; // The result of the batch came with it.

        Evaluate();
        Market.Report(isHome ? "bbo_change" : "external_feed_change");
    }

    protected override void OnBatch(Listing listing, in BatchResult batch)
    {
        _lastBatch = (listing, batch.At);
        Evaluate();
        Market.Report(listing == Market.Home ? "post_batch" : "external_feed_change");
    }

    void TakeAnswer(in MarketEvent answer, string? trigger)
    {
        _ = _bid.TryTake(answer) || _offer.TryTake(answer);
        Evaluate();
        if (trigger is not null)
            Market.Report(trigger);
    }

    void ChangeTo(EloState next)
    {
        EloState before = _state;
        _state = next;
        if (next.Speed != before.Speed)
        {
            _account.Use(next.Speed, Market.Now);
            Market.UseConnection(next.Speed == ConnectionSpeed.Fast ? settings.FastLatency : settings.SlowLatency);
            Market.Report("speed");
        }

        if ((next.SignedVolume, next.Inventory, next.External)
            != (before.SignedVolume, before.Inventory, before.External))
        {
            Evaluate();
            Market.Report("slider");
        }
    }

    void Evaluate()
    {
        if (!Market.IsOpen
            || !Market.TryQuote(Market.Home, out Quote home) || !home.IsTwoSided
            || !Market.TryQuote(_externalListing, out Quote external) || !external.IsTwoSided)
            return;

        _bid.LookPast(home);
        _offer.LookPast(home);
        _bid.Implied = ImpliedBy(_bid.ExceptMe, external.Bid);
        _offer.Implied = ImpliedBy(_offer.ExceptMe, external.Ask);

        if (_bid.Implied >= _offer.Implied)
        {
            CrossedQuotes++;
            _bid.Withdraw(Market);
            _offer.Withdraw(Market);
            return;
        }

        // Moving up, the offer goes first, so that the bid does not meet it.
        bool isMovingUp = _bid.Implied > _bid.Acknowledged;
        Propose(isMovingUp ? _offer : _bid);
        Propose(isMovingUp ? _bid : _offer);
    }

    void Propose(EloSide side)
    {
        if (side.Implied is { } price)
            side.Propose(Market, price);
    }

    Price? ImpliedBy(Price? home, Price? external)
    {
        if (home is not { } inside || external is not { } outside)
            return null;

        double half = settings.Grid.Count / 2.0;
        double volumeWeight = half * _state.SignedVolume * settings.SignedVolumeMultiplier;
        double inventoryWeight = half * _state.Inventory * settings.InventoryMultiplier;
        double w = _state.External;
        return PriceGrid.Round(
            (w * (outside.Ticks + (volumeWeight * _external.SignedVolume(Market.Now))))
            + ((1 - w) * (inside.Ticks + (volumeWeight * _home.SignedVolume(Market.Now))))
            - (inventoryWeight * Market.Inventory()),
            settings.Grid);
    }
}
