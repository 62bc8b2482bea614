using System.Runtime.InteropServices;

namespace Rialto.Cli;

/// <summary>Turns Ctrl-C and a polite kill into a request to end the run; asking twice ends the process.</summary>
sealed class StopRequest : IDisposable
{
    readonly PosixSignalRegistration[] _signals;
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
        context.Cancel = !_isAsked;
        _isAsked = true;
    }
}
