using System.Runtime.CompilerServices;
using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// A wait for the market: what <see cref="IMarketAccess.Next"/> returns. Awaiting it gives what happened.
/// </summary>
public readonly struct Wait(IMarketAccess market, Signals signals, Timestamp until)
    : ICriticalNotifyCompletion, IMarketAwaiter
{
    public bool IsCompleted => false;

    public Wait GetAwaiter() => this;

    public Signals GetResult() => market.Resumed;

    public void Park(Coroutine coroutine) => market.Park(coroutine, signals, until);

    void INotifyCompletion.OnCompleted(Action continuation) =>
        throw new NotSupportedException("Only an AgentTask awaits the market.");

    void ICriticalNotifyCompletion.UnsafeOnCompleted(Action continuation) =>
        throw new NotSupportedException("Only an AgentTask awaits the market.");
}
