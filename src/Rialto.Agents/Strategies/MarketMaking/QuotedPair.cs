using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// The two orders of a maker: what fits is left where it is and keeps its place, and neither ever takes.
/// </summary>
sealed class QuotedPair
{
    Standing _bid;
    Standing _ask;

    /// <summary>Makes the book show what is wanted.</summary>
    public void Show(IMarketAccess market, TwoSidedQuote wanted, Quantity size)
    {
        Show(market, ref _bid, Side.Buy, wanted.Bid, size);
        Show(market, ref _ask, Side.Sell, wanted.Ask, size);
    }

    /// <summary>Takes both out.</summary>
    public void Withdraw(IMarketAccess market) => Show(market, default, Quantity.Zero);

    /// <summary>Told of an execution, a cancel or a refusal: what has nothing left stands no more.</summary>
    public void Note(in MarketEvent answer)
    {
        if (answer.Kind == EventKind.Rejected || answer.Remaining == Quantity.Zero)
            Drop(answer.Order);
        else if (answer.Kind == EventKind.Executed)
            Touch(answer.Order);
    }

    static void Show(IMarketAccess market, ref Standing standing, Side side, Price? wanted, Quantity size)
    {
        bool stays = standing.Order is not null && wanted == standing.Price && !standing.IsTouched;
        if (stays || (standing.Order is null && wanted is null))
            return;

        if (standing.Order is { } old)
            market.Cancel(old);

        standing = wanted is { } price
            ? new Standing(market.Enter(Order.Limit(side, size, price).PostOnlySlide()), price, false)
            : default;
    }

    void Drop(ClientOrderId order)
    {
        if (_bid.Order == order)
            _bid = default;
        if (_ask.Order == order)
            _ask = default;
    }

    /// <summary>Traded in part: it is renewed at the next occasion.</summary>
    void Touch(ClientOrderId order)
    {
        if (_bid.Order == order)
            _bid = _bid with { IsTouched = true };
        if (_ask.Order == order)
            _ask = _ask with { IsTouched = true };
    }

    readonly record struct Standing(ClientOrderId? Order, Price Price, bool IsTouched);
}
