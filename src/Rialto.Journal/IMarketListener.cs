using Rialto.Trading;

namespace Rialto.Journal;

/// <summary>Receives every step of a market, in order: recorders, publishers, monitors, measures.</summary>
/// <remarks>
/// Calls are synchronous and come from one thread at a time. A listener cannot call back into the market.
/// </remarks>
public interface IMarketListener
{
    void OnStep(in Step step);

    /// <summary>An agent described itself. Comes after the step that made it do so.</summary>
    void OnAgentState(AgentState state) { }

    /// <summary>The fundamental value of an instrument moved.</summary>
    void OnValue(Timestamp at, InstrumentId instrument, Price value) { }
}
