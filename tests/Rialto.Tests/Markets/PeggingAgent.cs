using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Tests.Markets;

/// <summary>
/// Enters limit orders and pegs at random times and places, and cancels them again: its market's quotes come and go.
/// </summary>
sealed class PeggingAgent(Duration meanSleep, int venues) : Agent
{
    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        while (market.IsOpen)
        {
            await market.Sleep(Random.NextExponential(meanSleep));
            if (!market.IsOpen)
                return;

            Listing listing = new(new((short)Random.NextBelow((ulong)venues)), new((short)Random.NextBelow(2)));
            Side side = Random.NextSide();
            Quantity lots = new(Random.NextBetween(1, 3));
            Price limit = new(50 + Random.NextBetween(-4, 4));
            switch (Random.NextBetween(0, 6))
            {
                case 0:
                    market.Send(default(Request) with { Kind = RequestKind.CancelAll, Listing = listing });
                    break;
                case 1:
                    market.Enter(listing, Order.PrimaryPeg(side, lots, limit).Until(NextExpiry(market)));
                    break;
                case 2 or 3:
                    market.Enter(listing, Order.MidpointPeg(side, lots, limit));
                    break;
                default:
                    market.Enter(listing, Order.Limit(side, lots, limit).Until(NextExpiry(market)));
                    break;
            }
        }
    }

    Timestamp NextExpiry(IMarketAccess market) => market.Now + Random.NextExponential(meanSleep * 5);
}
