using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>Reads where a value starts: a price, or a distribution from which each run draws one.</summary>
static class StartReader
{
    /// <returns>The price, given the run's seed.</returns>
    public static Func<ulong, Price> Read(Node node, Instrument instrument)
    {
        if (!DistributionReader.IsDistribution(node))
        {
            Price start = new(Values.WholeTicks(node, instrument));
            return _ => start;
        }

        Func<RandomStream, object> draw = DistributionReader.Read(node, Measure.Of(typeof(Price), instrument)!);
        return seed => (Price)draw(new RandomStream(seed, $"values/{instrument.Symbol}/start"));
    }
}
