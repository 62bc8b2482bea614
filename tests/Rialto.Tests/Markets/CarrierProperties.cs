using FsCheck;
using FsCheck.Fluent;
using Rialto.Agents;
using Rialto.Journal;
using Rialto.Markets;
using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Markets;

/// <summary>
/// What holds after every step of any market: nothing is made or lost, and the public sees the venue's book.
/// Method: agents that do whatever they can, at three venues and in two instruments.
/// </summary>
public sealed class CarrierProperties
{
    static readonly Gen<(int Seed, SettlementPolicy Settlement, TieBreak Ties)> Markets =
        from seed in Gen.Choose(0, 1_000_000)
        from settlement in Gen.Elements(Enum.GetValues<SettlementPolicy>())
        from ties in Gen.Elements(TieBreak.Arrival, TieBreak.Random)
        select (seed, settlement, ties);

    [Fact]
    public void Cash_and_lots_are_conserved_and_the_public_sees_the_book() => Property.Holds(Markets, drawn =>
    {
        Market market = new(NoisyMarket.Setup((ulong)drawn.Seed, drawn.Settlement, drawn.Ties));
        Checks checks = new(market, drawn.Settlement);
        market.Add(checks);
        market.RunUntil(Clock.At(60));
        market.Close();

        Assert.Empty(market.StoppedAgents);
        Assert.Equal(market.Steps, checks.Steps);
        Assert.True(checks.Steps > 50);
    });

    [Fact]
    public void An_agents_draws_do_not_move_when_another_agent_is_added()
    {
        List<string> alone = [.. Draws(more: 0)];
        Assert.Equal(alone, Draws(more: 3));
        Assert.Equal(alone.Count, alone.Distinct().Count());

        static IEnumerable<string> Draws(int more)
        {
            Scene scene = new();
            ScriptedAgent[] agents = [.. Enumerable.Range(0, 3 + more).Select(i => scene.Add($"agent/{i}", Draw))];
            scene.Run(until: 10);
            return agents[..3].SelectMany(agent => agent.Notes);
        }

        static async AgentTask Draw(ScriptedAgent agent)
        {
            while (agent.Market.IsOpen)
            {
                agent.Note($"{agent.Random.NextBits()}");
                await agent.Market.Sleep(Clock.Ms(1));
            }
        }
    }

    [Fact]
    public void Agents_that_only_look_change_nothing() => Property.Holds(Gen.Choose(0, 1_000_000), seed =>
    {
        Assert.Equal(Run(onlookers: 0), Run(onlookers: 3));

        ulong Run(int onlookers)
        {
            Scene scene = new(Scene.Continuous(TieBreak.Random)) { Seed = (ulong)seed };
            double[] latencies = [0, 1, 1, 3.5];
            for (int i = 0; i < latencies.Length; i++)
                scene.Add($"noise/{i}", new NoisyAgent(Clock.Ms(4)), latencies[i], latencies[i]);
            for (int i = 0; i < onlookers; i++)
                scene.Add($"onlooker/{i}", Look, dataLatency: latencies[i]);

            Market market = new(scene.Setup());
            market.RunUntil(Clock.At(60));
            return market.Hash;
        }

        static async AgentTask Look(ScriptedAgent agent)
        {
            while (agent.Market.IsOpen)
            {
                await agent.Market.Next(
                    Signals.Public, agent.Market.Now + new Duration(agent.Random.NextBetween(1, 3_000_000)));
            }
        }
    });

    [Fact]
    public void The_drivers_strides_change_nothing() => Property.HoldsForLists(Gen.Choose(0, 9_000_000), strides =>
    {
        Market once = new(NoisyMarket.Setup(7, SettlementPolicy.Unlimited, TieBreak.Random));
        once.RunUntil(Clock.At(60));

        Market often = new(NoisyMarket.Setup(7, SettlementPolicy.Unlimited, TieBreak.Random));
        foreach (int stride in strides)
            often.RunUntil(Timestamp.Earliest(Clock.At(60), often.Now + new Duration(stride)));
        often.RunUntil(Clock.At(60));

        Assert.Equal((once.Hash, once.Steps, once.Events), (often.Hash, often.Steps, often.Events));
    });

    /// <summary>Looks at the whole market after every step.</summary>
    sealed class Checks : IMarketListener
    {
        readonly Market _market;
        readonly SettlementPolicy _settlement;
        readonly long[] _atTheBeginning;

        public Checks(Market market, SettlementPolicy settlement)
        {
            (_market, _settlement) = (market, settlement);
            _atTheBeginning = Sums();
        }

        public long Steps { get; private set; }

        public void OnStep(in Step step)
        {
            Steps++;
            Assert.Equal(Steps, step.Sequence);
            Assert.Equal(_atTheBeginning, Sums());

            bool isSealed = step.Input.Listing.Venue.Value == 1;
            bool hasCleared = false;
            foreach (MarketEvent happened in step.Events)
                hasCleared |= happened.Kind == EventKind.AuctionEnded;
            if (!isSealed || hasCleared)
            {
                DisplayedBook displayed = _market.DisplayedBook(step.Input.Listing);
                foreach (Side side in (Side[])[Side.Buy, Side.Sell])
                {
                    Level[] bestFirst = displayed.WorstFirst(side).ToArray();
                    Array.Reverse(bestFirst);
                    Assert.Equal(_market.Levels(step.Input.Listing, side), bestFirst);
                }
            }
        }

        /// <summary>Cash, then lots of each instrument, over all accounts.</summary>
        long[] Sums()
        {
            long[] sums = new long[1 + NoisyMarket.Instruments.Count];
            for (int p = 0; p < _market.Directory.Participants.Count; p++)
            {
                long cash = _market.CashOf(new(p)).Units;
                Assert.True(cash >= 0 || _settlement == SettlementPolicy.Unlimited);
                sums[0] += cash;
                for (short i = 0; i < NoisyMarket.Instruments.Count; i++)
                {
                    long lots = _market.InventoryOf(new(p), new(i));
                    Assert.True(lots >= 0 || _settlement == SettlementPolicy.Unlimited);
                    sums[1 + i] += lots;
                }
            }

            return sums;
        }
    }
}
