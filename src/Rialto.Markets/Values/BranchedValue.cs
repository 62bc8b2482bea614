using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>
/// A fundamental value that may go on with other chance from a time on: what it was stays, and it goes on from there.
/// </summary>
/// <param name="before">The path as it was drawn.</param>
public sealed class BranchedValue(FundamentalValue before) : FundamentalValue
{
    FundamentalValue? _after;
    Timestamp _from;
    Price _level;

    /// <summary>Goes on as a path of the same process that was drawn anew.</summary>
    /// <param name="from">Up to this time it stays as it was.</param>
    /// <param name="redrawn">From its own beginning.</param>
    public void Branch(Timestamp from, FundamentalValue redrawn) =>
        (_after, _from, _level) = (redrawn, from, before.At(from));

    public override Price At(Timestamp time) =>
        _after is null || time <= _from ? before.At(time) : _after.AtGiven(time, _from, _level);

    public override Timestamp NextMove(Timestamp after)
    {
        Timestamp next = before.NextMove(after);
        return _after is null || next <= _from ? next : _after.NextMove(Timestamp.Latest(after, _from));
    }
}
