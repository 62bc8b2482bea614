using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>A value that moves only at the times of a grid, where it takes the level that another has there.</summary>
/// <param name="inner">The value that is sampled.</param>
/// <param name="grid">When.</param>
public sealed class SteppedValue(FundamentalValue inner, SamplingGrid grid) : FundamentalValue
{
    public override Price At(Timestamp time) => inner.At(grid.Last(Timestamp.Latest(time, Timestamp.Zero)));

    public override Price AtGiven(Timestamp time, Timestamp from, Price level) =>
        inner.AtGiven(
            grid.Last(Timestamp.Latest(time, Timestamp.Zero)), grid.Last(Timestamp.Latest(from, Timestamp.Zero)),
            level);

    public override Timestamp NextMove(Timestamp after) => grid.Next(after);
}
