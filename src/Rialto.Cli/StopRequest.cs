using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Rialto.Cli;

/// <summary>Turns Ctrl-C and a polite kill into a request to end the run; asking twice ends the process.</summary>
sealed class StopRequest : IDisposable
{
    static readonly TimeSpan Echo = TimeSpan.FromMilliseconds(200);

    readonly PosixSignalRegistration[] _signals;
    long? _askedAt;
    volatile bool _isAsked;

    public StopRequest() => _signals =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Ask),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ask),
    ];

    public bool IsAsked => _isAsked;

    public void Dispose()
    {
        foreach (PosixSignalRegistration signal in _signals)
            signal.Dispose();
    }

    void Ask(PosixSignalContext context)
    {
        // Some programs, timeout(1) for one, send a signal to the process and to its group: that is one request.
        _askedAt ??= Stopwatch.GetTimestamp();
        context.Cancel = Stopwatch.GetElapsedTime(_askedAt.Value) < Echo;
        _isAsked = true;
    }
}
