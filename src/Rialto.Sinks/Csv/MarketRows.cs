using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Sinks;

/// <summary>Rows of a CSV file about a market: numbers become names, ticks become currency.</summary>
/// <remarks>Prices have as many decimals as their instrument, see <see cref="Instrument.Decimals"/>.</remarks>
sealed class MarketRows : IDisposable
{
    readonly CsvWriter _csv;
    readonly byte[][] _venues;
    readonly byte[][] _instruments;
    readonly byte[][] _participants;
    readonly DecimalUnit[] _ticks;
    readonly DecimalUnit _cash;

    /// <param name="directory">The names.</param>
    /// <param name="stream">Written from its position on, and disposed with the rows.</param>
    /// <param name="header">The names of the columns.</param>
    public MarketRows(MarketDirectory directory, Stream stream, params ReadOnlySpan<string> header)
    {
        _csv = new CsvWriter(stream, header);
        _venues = [.. directory.Venues.Select(CsvWriter.Encode)];
        _instruments = [.. directory.Symbols.Select(CsvWriter.Encode)];
        _participants = [.. directory.ParticipantNames.Select(CsvWriter.Encode)];
        _ticks = [.. directory.Instruments.Select(traded => new DecimalUnit(traded.TickSize, traded.Decimals))];
        _cash = DecimalUnit.Of(directory.Instruments.Count > 0 ? directory.Instruments[0].CashUnit : 1);
    }

    /// <summary>The fields with which most rows begin: sequence, time, venue, instrument.</summary>
    public void Begin(in Step step)
    {
        _csv.Add(step.Sequence);
        _csv.Add(step.Input.At);
        Add(step.Input.Listing);
    }

    /// <summary>Venue and instrument.</summary>
    public void Add(Listing listing)
    {
        AddName(_venues, listing.Venue.Value);
        Add(listing.Instrument);
    }

    public void Add(InstrumentId instrument) => AddName(_instruments, instrument.Value);

    public void Add(ParticipantId participant) => AddName(_participants, participant.Value);

    /// <summary>In currency; blank if there is none, or if nobody knows the instrument.</summary>
    public void Add(InstrumentId instrument, Price? price)
    {
        if (price is { } known && instrument.Value >= 0 && instrument.Value < _ticks.Length)
            _csv.Add(known.Ticks, _ticks[instrument.Value]);
        else
            _csv.AddBlank();
    }

    /// <summary>In currency.</summary>
    public void Add(Cash cash) => _csv.Add(cash.Units, _cash);

    /// <summary>In lots.</summary>
    public void Add(Quantity quantity) => _csv.Add(quantity.Lots);

    /// <summary>A number that counts from 1; blank for zero, which means none.</summary>
    public void AddNumber(long number)
    {
        if (number == 0)
            _csv.AddBlank();
        else
            _csv.Add(number);
    }

    public void Add<TEnum>(TEnum value)
        where TEnum : unmanaged, Enum => _csv.AddEncoded(Words<TEnum>.Utf8(value));

    public void Add(ReadOnlySpan<byte> word) => _csv.AddEncoded(word);

    public void Add(string text) => _csv.Add(text);

    public void Add(long count) => _csv.Add(count);

    public void Add(double number) => _csv.Add(number);

    public void Add(decimal number, int decimals) => _csv.Add(number, decimals);

    public void Add(Timestamp at) => _csv.Add(at);

    public void Add(Duration span) => _csv.Add(span);

    public void AddBlank() => _csv.AddBlank();

    public void EndRow() => _csv.EndRow();

    public void Flush() => _csv.Flush();

    public void Dispose() => _csv.Dispose();

    void AddName(byte[][] names, int number)
    {
        if (number >= 0 && number < names.Length)
            _csv.AddEncoded(names[number]);
        else
            _csv.Add(DirectoryNames.Unknown(number));
    }
}
