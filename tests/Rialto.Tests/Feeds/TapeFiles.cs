using System.Text;
using Rialto.Feeds;
using Rialto.Trading;

namespace Rialto.Tests.Feeds;

/// <summary>
/// A pair of LOBSTER files that lives as long as its test. Bytes are written as they are: one per character.
/// </summary>
sealed class TapeFiles : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rialto-tape-");

    public TapeFiles(string messages, string? book = null)
    {
        File.WriteAllText(Messages, messages, Encoding.Latin1);
        if (book is not null)
            File.WriteAllText(Book = Path.Combine(_folder.FullName, "book.csv"), book, Encoding.Latin1);
    }

    public string Messages => Path.Combine(_folder.FullName, "messages.csv");
    public string? Book { get; }

    public LobsterReplay Open(decimal tickSize = 0.0001m) => new(Messages, Book, tickSize);

    /// <summary>Plays the whole tape and returns what it refuses, without the folder's name.</summary>
    public string Refusal(decimal tickSize = 0.0001m)
    {
        FeedException refused = Assert.Throws<FeedException>(() =>
        {
            using LobsterReplay replay = Open(tickSize);
            EventBuffer events = new();
            while (replay.Next(events, out _))
            {
            }
        });
        string folder = _folder.FullName + Path.DirectorySeparatorChar;
        return refused.Message.Replace(folder, "", StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
