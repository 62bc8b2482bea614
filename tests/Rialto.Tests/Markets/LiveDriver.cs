using System.Collections.Concurrent;
using System.Diagnostics;
using Rialto.Journal;
using Rialto.Markets;
using Rialto.Trading;

namespace Rialto.Tests.Markets;

/// <summary>
/// A small live host: requests come in from other threads, and the clock on the wall drives the market.
/// </summary>
/// <remarks>An input is stamped with the time of its receipt, or with the market's if that is later already.</remarks>
sealed class LiveDriver(Market market)
{
    readonly ConcurrentQueue<Request> _inbox = new();

    /// <summary>Called from any thread.</summary>
    public void Send(in Request request) => _inbox.Enqueue(request);

    /// <summary>Runs until the senders have ended and all that they sent is applied, then closes the market.</summary>
    public void Run(IReadOnlyList<Thread> senders)
    {
        Stopwatch clock = Stopwatch.StartNew();
        foreach (Thread sender in senders)
            sender.Start();

        bool areSending = true;
        while (areSending || !_inbox.IsEmpty)
        {
            areSending = senders.Any(sender => sender.IsAlive);
            Timestamp received = new((long)clock.Elapsed.TotalNanoseconds);
            if (_inbox.TryDequeue(out Request request))
                market.Submit(Input.OfRequest(Timestamp.Latest(received, market.Now), Origin.External, request));
            else
                market.RunUntil(Timestamp.Latest(received, market.Now));
        }

        market.Close();
    }
}
