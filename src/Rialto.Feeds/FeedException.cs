using System.Globalization;

namespace Rialto.Feeds;

/// <summary>A file of somebody else's data that is not what its format says. The message is one line.</summary>
/// <remarks>A file that cannot be opened or read keeps the exception of the file system.</remarks>
public sealed class FeedException : Exception
{
    /// <param name="file">The file, as its reader was told.</param>
    /// <param name="line">From 1.</param>
    /// <param name="column">The comma-separated column, from 1; null where the whole line or file is meant.</param>
    /// <param name="expected">What should stand there.</param>
    /// <param name="found">What stands there.</param>
    public FeedException(string file, long line, int? column, string expected, string found)
        : base(Describe(file, line, column, expected, found))
    {
        File = file;
        Line = line;
        Column = column;
        Expected = expected;
        Found = found;
    }

    FeedException(string file, string message, string expected, string found)
        : base(message) => (File, Expected, Found) = (file, expected, found);

    public string File { get; }
    public long Line { get; }
    public int? Column { get; }
    public string Expected { get; }
    public string Found { get; }

    /// <summary>For a file without lines.</summary>
    /// <param name="file">The file, as its reader was told.</param>
    /// <param name="place">Where in the file.</param>
    /// <param name="expected">What should stand there.</param>
    /// <param name="found">What stands there.</param>
    public static FeedException At(string file, string place, string expected, string found) =>
        new(file, $"{file}, {place}: expected {expected}, found {found}", expected, found);

    static string Describe(string file, long line, int? column, string expected, string found)
    {
        string place = column is { } number ? string.Create(CultureInfo.InvariantCulture, $", column {number}") : "";
        return string.Create(
            CultureInfo.InvariantCulture, $"{file}, line {line}{place}: expected {expected}, found {found}");
    }
}
