using Rialto.Agents;
using Rialto.Journal;
using Rialto.Markets;
using Rialto.Matching;
using Rialto.Tests.Markets;
using Rialto.Trading;

namespace Rialto.Tests.Agents;

/// <summary>
/// Every decision of a random trader follows the study's rules. Method: thirty traders trade for a minute; at each
/// request the book and the account as they were just before it say what was allowed.
/// </summary>
public sealed class RandomTraderTests
{
    const long Opening = 10;

    [Fact]
    public void Every_order_is_one_that_the_rules_allow()
    {
        Scene scene = new() { Settlement = SettlementPolicy.ShrinkAtMatch };
        for (int i = 0; i < 30; i++)
        {
            scene.Add(
                $"trader/{i}", new RandomTrader(Duration.FromSeconds(1), new Price(Opening)), cash: 300, inventory: 10);
        }

        Market market = new(scene.Setup());
        Referee referee = new(market);
        market.Add(referee);
        market.RunUntil(Clock.At(60_000));

        Assert.Empty(market.StoppedAgents);
        // Thirty traders, two a second, sixty seconds; those who cannot trade do not.
        Assert.InRange(referee.Orders, 3000, 3600);
        Assert.InRange((double)referee.Buys / referee.Orders, 0.45, 0.55);
        Assert.True(referee.AtTheOpening > 0
            && referee.FarthestUp > 0
            && referee.FarthestDown > 0
            && referee.Smallest > 0
            && referee.Largest > 0);
    }

    [Fact]
    public void Who_has_nothing_to_trade_with_does_nothing()
    {
        Scene scene = new() { Settlement = SettlementPolicy.ShrinkAtMatch };
        scene.Add("poor", new RandomTrader(Duration.FromSeconds(1), new Price(Opening)), cash: 9);
        Market market = new(scene.Setup());
        market.RunUntil(Clock.At(60_000));

        Assert.Equal(0, market.Steps);
        Assert.InRange(market.WakeUps, 90, 150);
    }

    [Fact]
    public void A_trader_that_never_sleeps_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomTrader(Duration.Zero, new Price(Opening)));

    sealed class Referee(Market market) : IMarketListener
    {
        readonly DisplayedBook _before = new();
        readonly long[] _cash = [.. market.Directory.Participants.Select(participant => participant.OpeningCash.Units)];
        readonly long[] _stocks =
            [.. market.Directory.Participants.Select(participant => participant.OpeningInventory[0])];

        public int Orders { get; private set; }
        public int Buys { get; private set; }
        public int AtTheOpening { get; private set; }
        public int FarthestUp { get; private set; }
        public int FarthestDown { get; private set; }
        public int Smallest { get; private set; }
        public int Largest { get; private set; }

        public void OnStep(in Step step)
        {
            Request request = step.Input.Request;
            Assert.Equal(
                (RequestKind.Enter, OrderType.Limit, TimeInForce.GoodTillCanceled),
                (request.Kind, request.Type, request.TimeInForce));
            Judge(request);
            foreach (MarketEvent happened in step.Events)
            {
                _before.Apply(happened);
                if (happened.Kind != EventKind.Executed)
                    continue;

                _cash[happened.Participant.Value] -= happened.Side.Sign * happened.Price.Ticks * happened.Quantity.Lots;
                _stocks[happened.Participant.Value] += happened.Side.Sign * happened.Quantity.Lots;
            }
        }

        void Judge(in Request request)
        {
            long? bid = _before.Best(Side.Buy)?.Price.Ticks;
            long? ask = _before.Best(Side.Sell)?.Price.Ticks;
            bool isEmpty = bid is null && ask is null;
            long price = request.Limit.Ticks;
            long deviation = 0;
            if (isEmpty)
            {
                Assert.Equal(Opening, price);
                AtTheOpening++;
            }
            else
            {
                long middle = ((bid ?? ask!.Value) + (ask ?? bid!.Value)) / 2;
                deviation = 0;
                while ((deviation + 1) * (deviation + 1) <= middle)
                    deviation++;

                Assert.InRange(price, middle - deviation, middle + deviation);
                FarthestUp += price == middle + deviation ? 1 : 0;
                FarthestDown += price == middle - deviation ? 1 : 0;
            }

            int who = request.Participant.Value;
            long most = request.Side == Side.Buy || isEmpty ? _cash[who] / Math.Max(1, price) : _stocks[who];
            Assert.InRange(request.Quantity.Lots, 1, most);
            Smallest += request.Quantity.Lots == 1 && most > 3 ? 1 : 0;
            Largest += request.Quantity.Lots == most && most > 3 ? 1 : 0;
            Orders++;
            Buys += request.Side == Side.Buy ? 1 : 0;
        }
    }
}
