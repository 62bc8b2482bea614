using System.Globalization;
using System.IO.Compression;

namespace Rialto.Feeds;

/// <summary>
/// Reads the trades of one stock and day, line by line: plain text, or gzip if the name ends with <c>.gz</c>.
/// </summary>
/// <remarks>
/// <code>
/// column  field           encoding
///      1  time            milliseconds after midnight, not earlier than on the line before
///      2  price           integer, 4 implied decimals; above zero
///      3  size            shares; lines of none are passed over
///      4  exchange        letters
///      5  sale condition  hexadecimal bits, not read
///      6  suspicious      0 or 1
/// </code>
/// A first line that begins with a letter names the columns. Source: QuantConnect Lean, "Data/equity/readme.md", tick
/// resolution.
/// </remarks>
public sealed class LeanTradeReader : IDisposable
{
    const int Columns = 6;
    const long MillisecondsPerDay = 86_400_000;
    const long NanosecondsPerMillisecond = 1_000_000;
    const long LargestNumber = 1_000_000_000_000;

    readonly StreamReader _lines;
    long _last;

    /// <param name="file">The path of the file, which is also its name in messages of exceptions.</param>
    public LeanTradeReader(string file)
    {
        File = file;
        FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.Read);
        _lines = new(file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new GZipStream(stream, CompressionMode.Decompress) : stream);
    }

    public string File { get; }

    /// <summary>The number of the line read last, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Reads the next trade. False at the end of the file.</summary>
    /// <exception cref="FeedException">The line is not a trade.</exception>
    public bool TryRead(out LeanTrade trade)
    {
        trade = default;
        while (NextLine() is { } line)
        {
            if (Line == 1 && line.Length > 0 && char.IsAsciiLetter(line[0]))
                continue;

            string[] fields = line.Split(',');
            if (fields.Length != Columns)
            {
                throw new FeedException(
                    File, Line, null, "six columns (time, price, size, exchange, condition, suspicious)",
                    $"{fields.Length}");
            }

            long at = Number(
                fields, 1, _last, MillisecondsPerDay - 1, "milliseconds of the day, not before those of the last line");
            long price = Number(fields, 2, 1, LargestNumber, "a price above zero, times 10000");
            long size = Number(fields, 3, 0, LargestNumber, "a number of shares");
            long suspicious = Number(fields, 6, 0, 1, "0 or 1");
            _last = at;
            if (size == 0)
                continue;

            trade = new(new(at * NanosecondsPerMillisecond), new(price), new(size), suspicious == 1);
            return true;
        }

        return false;
    }

    public void Dispose() => _lines.Dispose();

    string? NextLine()
    {
        try
        {
            string? line = _lines.ReadLine();
            if (line is not null)
                Line++;
            return line;
        }
        catch (InvalidDataException)
        {
            throw new FeedException(File, Line + 1, null, "compressed text (gzip)", "something else");
        }
    }

    long Number(string[] fields, int column, long lowest, long highest, string expected) =>
        long.TryParse(fields[column - 1], NumberStyles.None, CultureInfo.InvariantCulture, out long number)
        && number >= lowest && number <= highest
            ? number
            : throw new FeedException(File, Line, column, expected, $"'{fields[column - 1]}'");
}
