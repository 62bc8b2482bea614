using System.Globalization;
using Rialto.Markets;
using Rialto.Trading;

namespace Rialto.Cli;

/// <summary>
/// Looks from outside whether an agent still runs that was continued long ago: its code does not yield any more.
/// </summary>
/// <remarks>
/// A market cannot stop code that runs inside it, so the run ends with the process. Time counts by looks and not by the
/// clock: a machine that stood still meanwhile blames nobody.
/// </remarks>
sealed class Watchdog : IDisposable
{
    const int Looks = 20;

    readonly Market _market;
    readonly TimeSpan _patience;
    readonly Action<string> _giveUp;
    readonly ManualResetEventSlim _ended = new();
    readonly Thread _thread;

    /// <param name="market">Which is watched.</param>
    /// <param name="patience">How long an agent may run without a wait, in wall time.</param>
    /// <param name="giveUp">Told, on a thread of its own, which agent does not yield.</param>
    public Watchdog(Market market, TimeSpan patience, Action<string> giveUp)
    {
        (_market, _patience, _giveUp) = (market, patience, giveUp);
        _thread = new Thread(Watch) { IsBackground = true, Name = "rialto-watchdog" };
        _thread.Start();
    }

    public void Dispose()
    {
        _ended.Set();
        _thread.Join();
        _ended.Dispose();
    }

    void Watch()
    {
        (ParticipantId? Agent, long WakeUp) before = default;
        int looks = 0;
        while (!_ended.Wait(_patience / Looks))
        {
            (ParticipantId? Agent, long WakeUp) now = (_market.Running, _market.WakeUps);
            looks = now.Agent is not null && now == before ? looks + 1 : 0;
            before = now;
            if (looks < Looks || now.Agent is not { } agent)
                continue;

            _giveUp(string.Create(
                CultureInfo.InvariantCulture,
                $"{_market.Directory[agent].Name} does not yield: it has run for {_patience.TotalSeconds:0.###} s of "
                    + $"wall time since {_market.Now} without a wait (--watchdog says how long it may)."));
            return;
        }
    }
}
