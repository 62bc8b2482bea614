using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>One side of an ELO agent's quotes: at most one live order and one unanswered request.</summary>
sealed class EloSide(Side side)
{
    ClientOrderId? _live;
    ClientOrderId? _asked;

    public Side Side => side;

    /// <summary>The price of the order that the venue has acknowledged.</summary>
    public Price? Acknowledged { get; private set; }

    /// <summary>What the agent would quote now.</summary>
    public Price? Implied { get; set; }

    /// <summary>The price that the agent has quoted last, acknowledged or not.</summary>
    public Price? Staged { get; private set; }

    /// <summary>Best price of the market without the agent's own order.</summary>
    public Price? ExceptMe { get; private set; }

    /// <summary>Works out the best price without the own order: alone at the best, it hides the second best.</summary>
    public void LookPast(in Quote quote)
    {
        (Price? best, Price? second, Quantity quantity) = side == Side.Buy
            ? (quote.Bid, quote.SecondBid, quote.BidQuantity)
            : (quote.Ask, quote.SecondAsk, quote.AskQuantity);
        ExceptMe = best == Acknowledged && quantity == Quantity.One ? second : best;
    }

    /// <summary>Asks for a quote at this price, unless it is there already or a request is unanswered.</summary>
    public void Propose(IMarketAccess market, Price price)
    {
        if (_asked is not null || Acknowledged == price)
            return;

        Order order = Order.Limit(side, Quantity.One, price).GoodTillCanceled();
        _asked = _live is { } live ? market.Replace(live, order) : market.Enter(order);
        Staged = price;
    }

    public void Withdraw(IMarketAccess market)
    {
        Implied = null;
        if (_asked is not null || _live is not { } live)
            return;

        market.Cancel(live);
        _asked = live;
        Staged = null;
    }

    /// <summary>
    /// Whether the event is about this side's live order or its unanswered request; takes it in if so.
    /// </summary>
    public bool TryTake(in MarketEvent answer)
    {
        if (answer.Order != _live && answer.Order != _asked)
            return false;

        switch (answer.Kind)
        {
            case EventKind.Accepted or EventKind.Replaced:
                (_live, Acknowledged) = (answer.Order, answer.Price);
                break;
            case EventKind.Canceled or EventKind.Executed when answer.Order == _live
                && answer.Remaining == Quantity.Zero:
                (_live, Acknowledged, Staged) = (null, null, null);
                break;
            case EventKind.Rejected:
                Staged = Acknowledged;
                break;
        }

        if (answer.Order == _asked && answer.Kind != EventKind.Executed)
            _asked = null;

        return true;
    }
}
