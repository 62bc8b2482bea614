using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>What an asset is worth, as a path over time. Given to those agents that may know it.</summary>
public abstract class FundamentalValue
{
    /// <summary>The value at a time, in ticks; the path is right-continuous.</summary>
    public abstract Price At(Timestamp time);

    /// <summary>When the value next moves after a time; <see cref="Timestamp.Never"/> if it does not.</summary>
    public abstract Timestamp NextMove(Timestamp after);

    /// <summary>
    /// The value at a time, had the path stood at another level before and moved by the same chance from there: what
    /// lies between the two stays, unless the process says otherwise.
    /// </summary>
    /// <param name="time">Not before <paramref name="from"/>.</param>
    /// <param name="from">When it stood there.</param>
    /// <param name="level">Where it stood.</param>
    public virtual Price AtGiven(Timestamp time, Timestamp from, Price level) => At(time) + (level - At(from));
}
