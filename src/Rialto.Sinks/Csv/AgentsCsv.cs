using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Sinks;

/// <summary><c>agents.csv</c>: what agents said of themselves, one row per value.</summary>
/// <remarks>
/// <code>
/// column       meaning
/// time         seconds since the run's origin
/// participant  the agent's name
/// trigger      what made it say so
/// name         of the value
/// value        prices and cash in currency, spans in seconds, all else as it is; blank for no value
/// </code>
/// </remarks>
public sealed class AgentsCsv(MarketDirectory directory, Stream stream) : ISink
{
    readonly MarketRows _rows = new(directory, stream, "time", "participant", "trigger", "name", "value");

    public void OnStep(in Step step) { }

    public void OnAgentState(AgentState state)
    {
        foreach (StateValue value in state.Values)
        {
            _rows.Add(state.At);
            _rows.Add(state.Participant);
            _rows.Add(state.Trigger);
            _rows.Add(value.Name);
            if (value.IsPresent)
                Add(state.Home.Instrument, value);
            else
                _rows.AddBlank();

            _rows.EndRow();
        }
    }

    public void Complete() => _rows.Flush();

    public void Dispose() => _rows.Dispose();

    void Add(InstrumentId instrument, StateValue value)
    {
        switch (value.Unit)
        {
            case StateUnit.Price:
                _rows.Add(instrument, new Price(value.Integer));
                break;
            case StateUnit.Cash:
                _rows.Add(new Cash(value.Integer));
                break;
            case StateUnit.Nanoseconds:
                _rows.Add(new Duration(value.Integer));
                break;
            case StateUnit.Real:
                _rows.Add(value.Real);
                break;
            default:
                _rows.Add(value.Integer);
                break;
        }
    }
}
