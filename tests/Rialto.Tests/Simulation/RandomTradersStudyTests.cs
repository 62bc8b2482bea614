using Rialto.Journal;
using Rialto.Markets;
using Rialto.Simulation;
using Rialto.Tests.House;
using Rialto.Trading;

namespace Rialto.Tests.Simulation;

/// <summary>
/// The shipped study of random traders, against the numbers measured with the program that it follows.
/// </summary>
public sealed class RandomTradersStudyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void They_trade_as_often_as_the_predecessors_did_and_money_and_stocks_are_conserved(ulong seed)
    {
        Scenario scenario = ScenarioRun.Read(Repository.PathOf("scenarios/random-traders.yaml"));
        SimulationRun run = new(scenario, seed);
        Sums sums = new(run.Market);
        run.Market.Add(sums);
        while (run.Advance())
        {
        }

        Assert.Empty(run.Market.StoppedAgents);
        Assert.Equal(Timestamp.Zero + Duration.FromSeconds(60), run.Market.Now);
        Assert.InRange(sums.Trades / 60.0, 120, 135);
        Assert.InRange(sums.LastPrice.Ticks, 15, 35); // The ratio of all money to all stocks is 30.
    }

    sealed class Sums(Market market) : IMarketListener
    {
        public int Trades { get; private set; }

        public Price LastPrice { get; private set; }

        public void OnStep(in Step step)
        {
            long money = 0;
            long stocks = 0;
            for (int p = 0; p < 100; p++)
            {
                money += market.CashOf(new(p)).Units;
                stocks += market.InventoryOf(new(p), new(0));
            }

            Assert.Equal((30_000, 1_000), (money, stocks));
            foreach (MarketEvent happened in step.Events)
            {
                if (happened.Kind != EventKind.Trade)
                    continue;

                Trades++;
                LastPrice = happened.Price;
            }
        }
    }
}
