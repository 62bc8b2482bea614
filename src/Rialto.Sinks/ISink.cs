using Rialto.Journal;

namespace Rialto.Sinks;

/// <summary>A listener that fills a file.</summary>
/// <remarks>
/// <see cref="Complete"/> finishes the file. Disposing without it, after a failure, releases the file as far as it got:
/// rows of text stay readable, a Parquet file lacks its end and is not.
/// </remarks>
public interface ISink : IMarketListener, IDisposable
{
    /// <summary>Writes what is still held back. Nothing may follow.</summary>
    void Complete();
}
