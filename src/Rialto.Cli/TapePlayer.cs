using Rialto.Feeds;
using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Cli;

/// <summary>Hands the records of a tape to listeners as steps, so that they cannot tell a tape from a market.</summary>
sealed class TapePlayer(LobsterReplay tape, IReadOnlyList<IMarketListener> listeners)
{
    const int Portion = 1_000;

    readonly EventBuffer _events = new();

    public long Messages { get; private set; }

    public long Events { get; private set; }

    public bool IsAtEnd { get; private set; }

    /// <summary>Plays a thousand records; false once there are no more.</summary>
    public bool Advance()
    {
        for (int i = 0; i < Portion && !IsAtEnd; i++)
        {
            if (!tape.Next(_events, out Timestamp at))
            {
                IsAtEnd = true;
                break;
            }

            Step step = new(++Messages, TapeMarket.InputAt(at), _events.Written);
            Events += step.Events.Length;
            foreach (IMarketListener listener in listeners)
                listener.OnStep(step);
        }

        return !IsAtEnd;
    }
}
