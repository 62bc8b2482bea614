using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Verification;

/// <summary>
/// A call market clears at the best price that there is: compared with all others, auction by auction.
/// </summary>
sealed class CallAuction(params IReadOnlyList<string> changes) : Check
{
    readonly ReferenceScenario _scenario = new("call-auction", changes);

    public CallAuction()
        : this([])
    {
    }

    public override string Name => "call-auction";

    public override string Source => "Economides and Schwartz, J. Portfolio Management 21(3), 1995; Xetra market model";

    public override string Method =>
        "Orders collected for a second at a time; volume and surplus of each auction against those at every other "
            + "price, added up order by order.";

    public override string Mechanism =>
        "of the prices at which most trade, that which leaves fewest over; broken: the highest of a batch auction";

    public override IReadOnlyList<Claim> Claims { get; } =
    [
        new("auctions that could have traded more", 0, 0, "exact"),
        new("auctions that could have left fewer over", 0, 0, "exact"),
    ];

    public override Check Broken => new CallAuction("venues.exchange.institution={ batch: 1 s, price: buyer }");

    public override int Replications(Effort effort) => effort == Effort.Quick ? 4 : 40;

    public override IReadOnlyList<double> Observe(ulong seed)
    {
        EveryPrice others = new();
        _scenario.Run(seed, others);
        return others.Auctions > 100 ? [others.Fewer, others.MoreLeft] : [double.NaN, double.NaN];
    }

    /// <summary>Keeps the orders that rest, and tries every price before an auction takes place.</summary>
    sealed class EveryPrice : IMarketListener
    {
        readonly List<(ParticipantId Who, ClientOrderId Order, Side Side, Price Limit, long Lots)> _orders = [];
        List<(Side Side, Price Limit, long Lots)> _before = [];

        public int Auctions { get; private set; }

        public int Fewer { get; private set; }

        public int MoreLeft { get; private set; }

        public void OnStep(in Step step)
        {
            (long Traded, long Left)? best = null;
            foreach (ref readonly MarketEvent happened in step.Events)
            {
                if (happened.Kind is EventKind.Executed && happened.Liquidity == Liquidity.Auction)
                    best ??= Best();
                if (happened.Kind == EventKind.AuctionEnded && best is { } possible)
                    Compare(possible, happened.Quantity.Lots, happened.Price);

                Follow(happened);
            }
        }

        void Compare((long Traded, long Left) best, long traded, Price price)
        {
            Auctions++;
            Fewer += traded < best.Traded ? 1 : 0;
            MoreLeft += traded == best.Traded && At(price, _before).Left > best.Left ? 1 : 0;
        }

        (long Traded, long Left) Best()
        {
            _before = [.. _orders.Select(order => (order.Side, order.Limit, order.Lots))];
            (long Traded, long Left) best = (0, 0);
            foreach (Price price in _before.Select(order => order.Limit).Distinct())
            {
                (long traded, long left) = At(price, _before);
                if (traded > best.Traded || (traded == best.Traded && left < best.Left))
                    best = (traded, left);
            }

            return best;
        }

        static (long Traded, long Left) At(Price price, List<(Side Side, Price Limit, long Lots)> orders)
        {
            long bought = orders.Where(order => order.Side == Side.Buy && order.Limit >= price).Sum(order =>
                order.Lots);
            long sold = orders.Where(order => order.Side == Side.Sell && order.Limit <= price).Sum(order => order.Lots);
            return (Math.Min(bought, sold), Math.Abs(bought - sold));
        }

        void Follow(in MarketEvent happened)
        {
            (ParticipantId who, ClientOrderId order) = (happened.Participant, happened.Order);
            if (happened.Kind == EventKind.Accepted)
                _orders.Add((who, order, happened.Side, happened.Price, happened.Quantity.Lots));
            if (happened.Kind is not (EventKind.Executed or EventKind.Canceled))
                return;

            int place = _orders.FindIndex(resting => resting.Who == who && resting.Order == order);
            if (happened.Remaining > Quantity.Zero)
                _orders[place] = _orders[place] with { Lots = happened.Remaining.Lots };
            else
                _orders.RemoveAt(place);
        }
    }
}
