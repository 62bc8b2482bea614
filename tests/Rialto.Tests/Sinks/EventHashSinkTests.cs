using System.Security.Cryptography;
using Rialto.Journal;
using Rialto.Sinks;
using Rialto.Trading;

namespace Rialto.Tests.Sinks;

public sealed class EventHashSinkTests
{
    [Fact]
    public void It_is_the_sha_256_of_the_canonical_bytes_one_event_after_the_other()
    {
        using EventHashSink sink = new();
        Canonical canonical = new();
        TestMarket market = new(sink, canonical);
        for (int step = 0; step < 1000; step++)
        {
            market.Deadline(
                step, TestMarket.Bond, TestMarket.Level(Side.Buy, step, -step),
                MarketEvent.Indication(new(step), -step), MarketEvent.StateChanged(TradingState.Closed));
            market.Deadline(step, TestMarket.Xyz);
        }

        Assert.Equal(3000, sink.Events);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(canonical.Bytes.ToArray())), sink.CurrentHash());
        Assert.Equal(sink.CurrentHash(), sink.CurrentHash());
    }

    [Fact]
    public void Without_events_it_is_the_hash_of_nothing()
    {
        using EventHashSink sink = new();
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", sink.CurrentHash());
    }

    sealed class Canonical : IMarketListener
    {
        public readonly MemoryStream Bytes = new();

        public void OnStep(in Step step)
        {
            byte[] bytes = new byte[EventHash.CanonicalLength];
            foreach (MarketEvent happened in step.Events)
            {
                EventHash.Write(bytes, step, happened);
                Bytes.Write(bytes);
            }
        }
    }
}
