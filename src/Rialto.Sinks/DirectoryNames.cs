using Rialto.Trading;

namespace Rialto.Sinks;

/// <summary>The name of a venue, an instrument or a participant, also of one that a refused request made up.</summary>
static class DirectoryNames
{
    public static string Unknown(int number) => string.Create(null, $"unknown/{number}");

    extension(MarketDirectory directory)
    {
        public IReadOnlyList<string> Symbols => [.. directory.Instruments.Select(instrument => instrument.Symbol)];

        public IReadOnlyList<string> ParticipantNames =>
            [.. directory.Participants.Select(participant => participant.Name)];
    }
}
