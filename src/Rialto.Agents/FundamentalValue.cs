using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>What an asset is worth, as a path over time. Given to those agents that may know it.</summary>
public abstract class FundamentalValue
{
    /// <summary>The value at a time, in ticks; the path is right-continuous.</summary>
    public abstract Price At(Timestamp time);

    /// <summary>When the value next moves after a time; <see cref="Timestamp.Never"/> if it does not.</summary>
    public abstract Timestamp NextMove(Timestamp after);
}
