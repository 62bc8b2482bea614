using Rialto.Trading;
using Rialto.Journal;

namespace Rialto.Analysis;

/// <summary>
/// Every trade and every order that came to rest in one listing: what facts about the flow of orders are read from.
/// </summary>
/// <remarks>About 50 bytes per trade and 25 per order: for a study of a market, not for every run.</remarks>
sealed class FlowRecord
{
    readonly List<MarketTrade> _trades = [];
    readonly List<long> _entries = [];
    readonly List<double> _sizes = [];
    readonly List<double> _distances = [];
    readonly List<double> _lifetimes = [];
    readonly LookupTable<long, Timestamp> _resting = new();

    OrderNumber? _entering;
    Price _limit;
    Side _side;
    long _left;

    /// <summary>By incoming order; those in auctions are left out.</summary>
    public IReadOnlyList<MarketTrade> Trades => _trades;

    /// <summary>When orders came to rest, in nanoseconds.</summary>
    public IReadOnlyList<long> Entries => _entries;

    /// <summary>The lots of the orders that came to rest.</summary>
    public IReadOnlyList<double> Sizes => _sizes;

    /// <summary>How far behind the best price of their side they came to rest, in ticks: only those that did.</summary>
    public IReadOnlyList<double> Distances => _distances;

    /// <summary>How long orders that were canceled had rested, in seconds.</summary>
    public IReadOnlyList<double> Lifetimes => _lifetimes;

    /// <summary>Resting orders that were canceled, replaced or expired, rather than executed.</summary>
    public long Cancels { get; private set; }

    /// <param name="step">What happened.</param>
    /// <param name="before">The best quotes just before.</param>
    public void Apply(in Step step, in BestBidOffer before)
    {
        Timestamp at = step.Input.At;
        _entering = null;
        foreach (ref readonly MarketEvent happened in step.Events)
        {
            switch (happened.Kind)
            {
                case EventKind.Accepted or EventKind.Replaced:
                    Rest(at, before);
                    (_entering, _side, _limit, _left) = (
                        happened.Number, happened.Side, happened.Price, happened.Quantity.Lots);
                    break;
                case EventKind.Trade when happened.Liquidity != Liquidity.Auction:
                    Trade(at, happened, before);
                    break;
                case EventKind.Executed when happened.Number == _entering:
                    _left = happened.Remaining.Lots;
                    break;
                case EventKind.Executed when happened.Remaining == Quantity.Zero:
                    _resting.Remove(happened.Number.Value);
                    break;
                case EventKind.Canceled when happened.Number == _entering:
                    _left = happened.Remaining.Lots;
                    break;
                case EventKind.Canceled when happened.Remaining == Quantity.Zero:
                    Leave(at, happened);
                    break;
            }
        }

        Rest(at, before);
    }

    /// <summary>An order came to rest.</summary>
    public void Enter(Timestamp at, long number, Side side, Price limit, Quantity quantity, in BestBidOffer before)
    {
        _entries.Add(at.Nanoseconds);
        _sizes.Add(quantity.Lots);
        _resting.Set(number, at);
        if ((side == Side.Buy ? before.Bid : before.Ask) is { } best
            && side.Sign * (best - limit.Ticks) is > 0 and { } distance)
            _distances.Add(distance);
    }

    /// <summary>An order that rested was canceled.</summary>
    public void Cancel(Timestamp at, long number)
    {
        Cancels++;
        if (_resting.TryGet(number, out Timestamp since))
            _lifetimes.Add((at - since).Seconds);

        _resting.Remove(number);
    }

    void Trade(Timestamp at, in MarketEvent match, in BestBidOffer before)
    {
        int sign = match.Side.Sign;
        if (_trades.Count > 0 && _trades[^1] is { } last && last.At == at && last.Sign == sign)
            _trades[^1] = last with { Lots = last.Lots + match.Quantity.Lots, Ticks = match.Price.Ticks };
        else
            _trades.Add(new(at, sign, match.Quantity.Lots, match.Price.Ticks, before.HalfTicks));
    }

    /// <summary>What is left of an order that entered in this step rests.</summary>
    void Rest(Timestamp at, in BestBidOffer before)
    {
        if (_entering is { } number && _left > 0)
            Enter(at, number.Value, _side, _limit, new(_left), before);

        _entering = null;
    }

    void Leave(Timestamp at, in MarketEvent canceled)
    {
        if (canceled.CancelReason is CancelReason.Requested or CancelReason.Replaced or CancelReason.Expired)
            Cancel(at, canceled.Number.Value);
        else
            _resting.Remove(canceled.Number.Value);
    }
}
