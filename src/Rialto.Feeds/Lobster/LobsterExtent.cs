using Rialto.Trading;

namespace Rialto.Feeds;

/// <summary>How long a LOBSTER tape is.</summary>
/// <param name="Messages">One or more.</param>
/// <param name="First">The time of the first message, after midnight.</param>
/// <param name="Last">The time of the last message, after midnight.</param>
public readonly record struct LobsterExtent(long Messages, Timestamp First, Timestamp Last)
{
    /// <summary>Reads every message, so that a malformed one is found before any is played; counts the rows.</summary>
    /// <param name="messages">The path of the message file.</param>
    /// <param name="book">The path of the order-book file, or null.</param>
    /// <param name="tickSize">The instrument's, in dollars.</param>
    /// <exception cref="FeedException">A message is malformed, or the files are not equally long.</exception>
    public static LobsterExtent Of(string messages, string? book = null, decimal tickSize = 0.0001m)
    {
        using LobsterMessageReader reader = new(messages, tickSize);
        reader.TryRead(out LobsterMessage message);
        Timestamp first = message.At;
        Timestamp last = first;
        long count = 1;
        for (; reader.TryRead(out message); count++)
            last = message.At;

        if (book is not null)
            CompareLength(count, messages, book);

        return new(count, first, last);
    }

    static void CompareLength(long count, string messages, string book)
    {
        using NumberLines rows = new(book);
        while (rows.TryNextLine())
        {
        }

        if (rows.Line == 0)
            throw new FeedException(book, 1, null, "a row of the book", "an empty file");
        if (rows.Line < count)
            throw new FeedException(
                book, rows.Line + 1, null, $"{count} rows, one for each message of {messages}", "the end of the file");
        if (rows.Line > count)
            throw new FeedException(
                book, count + 1, null, $"no more than the {count} messages of {messages}", $"{rows.Line} rows");
    }
}
