using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>Rounds prices to a grid coarser than the tick, half a step to the even multiple.</summary>
static class PriceGrid
{
    public static Price Round(double ticks, Ticks grid)
    {
        double steps = Math.Round(Math.Max(0, ticks) / grid.Count);
        return new Price((long)Math.Min(steps, long.MaxValue / (2.0 * grid.Count)) * grid.Count);
    }
}
