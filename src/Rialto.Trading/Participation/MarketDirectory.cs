namespace Rialto.Trading;

/// <summary>Who may trade: a name, the group it belongs to, and what it starts with.</summary>
/// <param name="Name">Unique in its market, for example <c>elo/2</c>.</param>
/// <param name="Group">What it is reported with, for example <c>elo</c>.</param>
/// <param name="OpeningCash">In the market's cash unit.</param>
/// <param name="OpeningInventory">
/// Lots per instrument, in the order of the market's instruments; may be negative.
/// </param>
public sealed record Participant(string Name, string Group, Cash OpeningCash, IReadOnlyList<long> OpeningInventory);

/// <summary>Who and what is in a market, each by its number.</summary>
/// <param name="Venues">The venues' names; a <see cref="VenueId"/> is a place in this list.</param>
/// <param name="Instruments">An <see cref="InstrumentId"/> is a place in this list.</param>
/// <param name="Participants">A <see cref="ParticipantId"/> is a place in this list.</param>
public sealed record MarketDirectory(
    IReadOnlyList<string> Venues, IReadOnlyList<Instrument> Instruments, IReadOnlyList<Participant> Participants)
{
    public Instrument this[InstrumentId id] => Instruments[id.Value];

    public string this[VenueId id] => Venues[id.Value];

    public Participant this[ParticipantId id] => Participants[id.Value];
}
