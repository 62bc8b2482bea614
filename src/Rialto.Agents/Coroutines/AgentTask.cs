using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Rialto.Agents;

/// <summary>
/// An agent's code in virtual time: the return type of an <c>async</c> method that awaits only the market.
/// </summary>
/// <remarks>
/// There is no thread, scheduler or execution context behind it: the compiler's state machine lives in one box that the
/// market holds while the agent waits, so a wait allocates nothing.
/// </remarks>
[AsyncMethodBuilder(typeof(AgentTaskBuilder))]
public readonly struct AgentTask : ICriticalNotifyCompletion, IMarketAwaiter
{
    readonly Exception? _early;

    internal AgentTask(Coroutine? coroutine, Exception? early)
    {
        Coroutine = coroutine;
        _early = early;
    }

    /// <summary>The stopped code; null if it ended before its first wait.</summary>
    public Coroutine? Coroutine { get; }

    /// <summary>What the code threw, if it has.</summary>
    public Exception? Fault => Coroutine is null ? _early : Coroutine.Fault;

    public bool IsCompleted => Coroutine?.IsDone ?? true;

    public AgentTask GetAwaiter() => this;

    public void GetResult()
    {
        if (Fault is { } fault)
            ExceptionDispatchInfo.Throw(fault);
    }

    void IMarketAwaiter.Park(Coroutine coroutine) => Coroutine!.ContinueWith(coroutine);

    void INotifyCompletion.OnCompleted(Action continuation) =>
        throw new NotSupportedException("Only an AgentTask awaits an AgentTask.");

    void ICriticalNotifyCompletion.UnsafeOnCompleted(Action continuation) =>
        throw new NotSupportedException("Only an AgentTask awaits an AgentTask.");
}
