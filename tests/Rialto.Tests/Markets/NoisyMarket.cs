using Rialto.Markets;
using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Markets;

/// <summary>Markets full of noise: three venues, two instruments, agents of different speed.</summary>
static class NoisyMarket
{
    public static readonly IReadOnlyList<Instrument> Instruments =
        [new Instrument { Symbol = "XYZ", TickSize = 1 },
            new Instrument { Symbol = "ABC", TickSize = 5, CashPerTick = 5 }];

    /// <summary>A fresh setup each time: agents have state.</summary>
    public static MarketSetup Setup(ulong seed, SettlementPolicy settlement, TieBreak ties, bool hasBatch = true)
    {
        VenueSetup second = hasBatch ? Scene.Batch(10, ties, 2) : Scene.Continuous(ties, 2);
        Scene scene = new(Scene.Continuous(ties, 2), second, Scene.Continuous(ties, 2))
        {
            Seed = seed, Settlement = settlement, Instruments = Instruments,
        };
        double[] latencies = [0, 0, 1, 3.5];
        for (int i = 0; i < 8; i++)
        {
            double latency = latencies[i % latencies.Length];
            Listing home = new(new((short)(i % 3)), new(0));
            scene.Add(
                $"noise/{i}", new NoisyAgent(Clock.Ms(4), 3, 2), latency, latency / 2, home: home, cash: 2000,
                inventory: [20, 20]);
        }

        return scene.Setup();
    }
}
