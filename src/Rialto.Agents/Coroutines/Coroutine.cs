namespace Rialto.Agents;

/// <summary>An agent's code, stopped at a wait: what the market holds and continues.</summary>
public abstract class Coroutine
{
    Coroutine? _continuation;

    /// <summary>What the code threw, if it did.</summary>
    public Exception? Fault { get; private set; }

    public bool IsDone { get; private set; }

    /// <summary>Whether other code waits for it, and is told how it ends.</summary>
    public bool IsAwaited => _continuation is not null;

    /// <summary>Runs the code up to its next wait, or to its end.</summary>
    public abstract void Continue();

    internal void ContinueWith(Coroutine next) => _continuation = next;

    internal void End(Exception? fault)
    {
        Fault = fault;
        IsDone = true;
        _continuation?.Continue();
    }
}
