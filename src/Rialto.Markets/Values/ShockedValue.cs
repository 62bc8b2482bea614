using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>A fundamental value whose whole path is shifted from a time on, once or several times.</summary>
/// <remarks>A shift takes effect one nanosecond after its time: what is due at that instant comes before it.</remarks>
/// <param name="inner">The path as it would have been.</param>
/// <param name="shocks">When it is shifted, and by how much.</param>
public sealed class ShockedValue(FundamentalValue inner, IReadOnlyList<(Timestamp At, Ticks By)> shocks)
    : FundamentalValue
{
    public override Price At(Timestamp time)
    {
        Price value = inner.At(time);
        foreach ((Timestamp at, Ticks by) in shocks)
            value = time > at ? value + by : value;

        return value;
    }

    public override Timestamp NextMove(Timestamp after)
    {
        Timestamp next = inner.NextMove(after);
        foreach ((Timestamp at, _) in shocks)
            next = at >= after ? Timestamp.Earliest(next, at + new Duration(1)) : next;

        return next;
    }
}
