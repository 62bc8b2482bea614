using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>Something that is done to a market from outside, at a planned time.</summary>
/// <remarks>
/// Everything that is due at its instant comes before it. What it does to a venue is an input like any other: it stands
/// in the journal, and is replayed from there.
/// </remarks>
/// <param name="At">When.</param>
public abstract record Intervention(Timestamp At)
{
    internal abstract void Apply(Market market);
}

/// <summary>Somebody outside asks a venue for something: enters an order, or cancels one.</summary>
/// <param name="At">When it reaches the venue.</param>
/// <param name="Request">In full: the market fills in nothing.</param>
public sealed record RequestIntervention(Timestamp At, Request Request) : Intervention(At)
{
    internal override void Apply(Market market) => market.Apply(Input.OfRequest(At, Origin.External, Request));
}

/// <summary>A listing is halted or resumed, or its auction called.</summary>
/// <param name="At">When.</param>
/// <param name="Listing">Which.</param>
/// <param name="Control">What is done.</param>
public sealed record ControlIntervention(Timestamp At, Listing Listing, Control Control) : Intervention(At)
{
    internal override void Apply(Market market) => market.Apply(Input.OfControl(At, Listing, Control));
}

/// <summary>Agents leave: their orders are canceled, and their code is not continued any more.</summary>
/// <param name="At">When.</param>
/// <param name="Participants">Who.</param>
public sealed record RemovalIntervention(Timestamp At, IReadOnlyList<ParticipantId> Participants) : Intervention(At)
{
    internal override void Apply(Market market)
    {
        foreach (ParticipantId participant in Participants)
            market.Remove(participant);
    }
}

/// <summary>
/// Agents that have an account from the beginning, and <see cref="Timestamp.Never"/> as their start, begin.
/// </summary>
/// <param name="At">When.</param>
/// <param name="Agents">Who, and how long after that each of them begins.</param>
public sealed record ArrivalIntervention(
    Timestamp At, IReadOnlyList<(ParticipantId Participant, Duration Delay)> Agents)
    : Intervention(At)
{
    internal override void Apply(Market market)
    {
        foreach ((ParticipantId participant, Duration delay) in Agents)
            market.Begin(participant, At + delay);
    }
}
