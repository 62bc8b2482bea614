using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Rialto.Agents;

/// <summary>Used by the compiler to build an <see cref="AgentTask"/>; nobody calls it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct AgentTaskBuilder
{
    Coroutine? _box;
    Exception? _early;

    public readonly AgentTask Task => new(_box, _early);

    public static AgentTaskBuilder Create() => default;

    public readonly void Start<TMachine>(ref TMachine machine)
        where TMachine : IAsyncStateMachine => machine.MoveNext();

    public readonly void SetStateMachine(IAsyncStateMachine machine) { }

    public readonly void SetResult() => _box?.End(null);

    public void SetException(Exception fault)
    {
        if (_box is null)
            _early = fault;
        else
            _box.End(fault);
    }

    public void AwaitOnCompleted<TAwaiter, TMachine>(ref TAwaiter awaiter, ref TMachine machine)
        where TAwaiter : struct, INotifyCompletion, IMarketAwaiter
        where TMachine : IAsyncStateMachine => awaiter.Park(BoxOf(ref machine));

    public void AwaitUnsafeOnCompleted<TAwaiter, TMachine>(ref TAwaiter awaiter, ref TMachine machine)
        where TAwaiter : struct, ICriticalNotifyCompletion, IMarketAwaiter
        where TMachine : IAsyncStateMachine => awaiter.Park(BoxOf(ref machine));

    Coroutine BoxOf<TMachine>(ref TMachine machine)
        where TMachine : IAsyncStateMachine
    {
        if (_box is not null)
            return _box;

        MachineBox<TMachine> box = new();
        _box = box; // Before the copy: the copied builder must know its box.
        box.Machine = machine;
        return box;
    }

    sealed class MachineBox<TMachine> : Coroutine
        where TMachine : IAsyncStateMachine
    {
        public TMachine Machine = default!;

        public override void Continue() => Machine.MoveNext();
    }
}
