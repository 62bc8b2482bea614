using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Sinks;

/// <summary><c>values.csv</c>: the path of the fundamental value of each instrument, one row per change.</summary>
/// <remarks>
/// <code>
/// column      meaning
/// time        seconds since the run's origin
/// instrument  symbol
/// value       currency
/// </code>
/// </remarks>
public sealed class ValuesCsv(MarketDirectory directory, Stream stream) : ISink
{
    readonly MarketRows _rows = new(directory, stream, "time", "instrument", "value");

    public void OnStep(in Step step) { }

    public void OnValue(Timestamp at, InstrumentId instrument, Price value)
    {
        _rows.Add(at);
        _rows.Add(instrument);
        _rows.Add(instrument, value);
        _rows.EndRow();
    }

    public void Complete() => _rows.Flush();

    public void Dispose() => _rows.Dispose();
}
