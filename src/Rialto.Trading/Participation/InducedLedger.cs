namespace Rialto.Trading;

/// <summary>What a participant with induced values was given in a run, and what it has done with it.</summary>
/// <param name="Participant">Who.</param>
/// <param name="Home">Where it traded.</param>
/// <param name="CompletePeriods">
/// How many periods came to their end; zero if there was only one, as long as the run.
/// </param>
/// <param name="Units">Every unit that it was ever given, in order.</param>
public sealed record InducedLedger(
    ParticipantId Participant, Listing Home, long CompletePeriods, IReadOnlyList<InducedUnit> Units);
