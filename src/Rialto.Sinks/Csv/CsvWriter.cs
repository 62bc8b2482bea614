using System.Globalization;
using System.Text;
using Rialto.Trading;

namespace Rialto.Sinks;

/// <summary>Writes a table as comma-separated UTF-8: a header, then rows that end with a line feed.</summary>
/// <remarks>
/// Numbers are written straight into one buffer; a row allocates nothing. A field that contains a comma, a quote or a
/// line break is quoted, quotes inside are doubled. Source: RFC 4180, except for its carriage returns.
/// </remarks>
public sealed class CsvWriter : IDisposable
{
    const int FlushedAt = 1 << 16;

    /// <summary>Longer than any number that a field may hold.</summary>
    const int LongestNumber = 64;

    const int TimeDecimals = 9;

    static readonly string[] FixedFormats =
        [.. Enumerable.Range(0, 29).Select(decimals => string.Create(CultureInfo.InvariantCulture, $"F{decimals}"))];

    readonly Stream _stream;
    byte[] _bytes = new byte[FlushedAt + 4096];
    int _count;

    /// <param name="stream">Written from its position on, and disposed with the writer.</param>
    /// <param name="header">The names of the columns.</param>
    public CsvWriter(Stream stream, params ReadOnlySpan<string> header)
    {
        _stream = stream;
        foreach (string name in header)
            Add(name);

        EndRow();
    }

    /// <summary>A field as it stands in a row, quoted where needed: for names that are written often.</summary>
    public static byte[] Encode(string text)
    {
        bool isPlain = text.AsSpan().IndexOfAny(",\"\r\n") < 0;
        return Encoding.UTF8.GetBytes(isPlain ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
    }

    /// <summary>No value.</summary>
    public void AddBlank()
    {
        Reserve(0);
        EndField(0);
    }

    public void Add(string text) => AddEncoded(Encode(text));

    /// <param name="field">Already as it shall stand in the row, see <see cref="Encode"/>.</param>
    public void AddEncoded(ReadOnlySpan<byte> field)
    {
        field.CopyTo(Reserve(field.Length));
        EndField(field.Length);
    }

    public void Add(long number)
    {
        number.TryFormat(Reserve(LongestNumber), out int written, default, CultureInfo.InvariantCulture);
        EndField(written);
    }

    /// <summary>The shortest text that reads back as the same number; blank if it is not a number.</summary>
    public void Add(double number)
    {
        int written = 0;
        Span<byte> field = Reserve(LongestNumber);
        if (!double.IsNaN(number))
            number.TryFormat(field, out written, default, CultureInfo.InvariantCulture);

        EndField(written);
    }

    /// <summary>Rounded to so many decimals, and filled up to them.</summary>
    public void Add(decimal number, int decimals)
    {
        decimal rounded = Math.Round(number, decimals);
        rounded.TryFormat(
            Reserve(LongestNumber), out int written, FixedFormats[decimals], CultureInfo.InvariantCulture);
        EndField(written);
    }

    /// <summary>Seconds with nine decimals.</summary>
    public void Add(Timestamp at) => AddFixed(at.Nanoseconds, TimeDecimals);

    /// <summary>Seconds with nine decimals.</summary>
    public void Add(Duration span) => AddFixed(span.Nanoseconds, TimeDecimals);

    internal void Add(long steps, in DecimalUnit unit)
    {
        long high = Math.BigMul(steps, unit.LastDecimals, out long low);
        if (unit.LastDecimals > 0 && high == low >> 63)
            AddFixed(low, unit.Decimals);
        else
            Add(steps * unit.Value, unit.Decimals);
    }

    public void EndRow()
    {
        _bytes[_count - 1] = (byte)'\n';
        if (_count >= FlushedAt)
            HandOver();
    }

    /// <summary>Hands whole rows to the stream. Not within a row.</summary>
    public void Flush()
    {
        HandOver();
        _stream.Flush();
    }

    public void Dispose()
    {
        HandOver();
        _stream.Dispose();
    }

    void HandOver()
    {
        if (_count > 0)
            _stream.Write(_bytes, 0, _count);

        _count = 0;
    }

    /// <param name="number">Counted in units of the last decimal.</param>
    /// <param name="decimals">From 0 to 18.</param>
    void AddFixed(long number, int decimals)
    {
        Span<byte> field = Reserve(LongestNumber);
        int sign = 0;
        if (number < 0)
            field[sign++] = (byte)'-';

        ulong magnitude = number < 0 ? unchecked(0 - (ulong)number) : (ulong)number;
        Span<byte> digits = stackalloc byte[20];
        int first = digits.Length;
        int last = digits.Length - decimals - 1;
        while (magnitude > 0 || first > last)
        {
            (magnitude, ulong digit) = Math.DivRem(magnitude, 10);
            digits[--first] = (byte)('0' + digit);
        }

        int whole = digits.Length - decimals - first;
        digits.Slice(first, whole).CopyTo(field[sign..]);
        int written = sign + whole;
        if (decimals > 0)
        {
            field[written++] = (byte)'.';
            digits[^decimals..].CopyTo(field[written..]);
            written += decimals;
        }

        EndField(written);
    }

    /// <summary>Room for a field and the comma after it.</summary>
    Span<byte> Reserve(int length)
    {
        int end = _count + length + 1;
        if (end > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(end, 2 * _bytes.Length));

        return _bytes.AsSpan(_count, length);
    }

    void EndField(int written)
    {
        _count += written;
        _bytes[_count++] = (byte)',';
    }
}
