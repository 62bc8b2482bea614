namespace Rialto.Agents;

/// <summary>
/// What an agent may await: the market, or another <see cref="AgentTask"/>. Anything else does not compile.
/// </summary>
public interface IMarketAwaiter
{
    /// <summary>Leaves a coroutine with whoever will continue it.</summary>
    void Park(Coroutine coroutine);
}
