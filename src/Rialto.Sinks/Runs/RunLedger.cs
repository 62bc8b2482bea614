using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rialto.Sinks;

/// <summary>What is done of many runs: a file that only grows, one line of JSON per run that ended.</summary>
/// <remarks>
/// A line is written at once and reaches the disk before anybody is told; a process that is killed tears at most the
/// last one, which is then cut off and its run not counted as done. Of several lines about one run the last one holds.
/// One process at a time: a second one is refused. Safe for several threads.
/// </remarks>
public sealed class RunLedger : IDisposable
{
    static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly Dictionary<(string Run, string Engine), RunOutcome> _outcomes = [];
    readonly FileStream _file;
    readonly object _gate = new();

    RunLedger(FileStream file) => _file = file;

    /// <summary>How many lines could not be read, and count for nothing.</summary>
    public int Damaged { get; private set; }

    /// <summary>Opens the ledger, or begins one.</summary>
    /// <exception cref="RunFolderException">It is in use, or cannot be written.</exception>
    public static RunLedger Open(string path)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new RunFolderException(
                $"The ledger '{path}' cannot be opened; is the same command running already? {refused.Message}");
        }

        RunLedger ledger = new(file);
        ledger.Read();
        return ledger;
    }

    /// <summary>How a run ended under an engine; null if it did not.</summary>
    public RunOutcome? Find(string run, string engine)
    {
        lock (_gate)
            return _outcomes.GetValueOrDefault((run, engine));
    }

    /// <summary>Writes that a run ended.</summary>
    public void Append(RunOutcome outcome)
    {
        byte[] line = Encoding.UTF8.GetBytes(outcome.ToJson().ToJsonString(OneLine) + "\n");
        lock (_gate)
        {
            _file.Write(line);
            _file.Flush(flushToDisk: true);
            _outcomes[(outcome.Run, outcome.Engine)] = outcome;
        }
    }

    public void Dispose() => _file.Dispose();

    void Read()
    {
        byte[] bytes = new byte[_file.Length];
        _file.ReadExactly(bytes);
        int start = 0;
        for (int end = Array.IndexOf(bytes, (byte)'\n'); end >= 0; end = Array.IndexOf(bytes, (byte)'\n', start))
        {
            if (Parse(bytes.AsSpan(start, end - start)) is { } outcome)
                _outcomes[(outcome.Run, outcome.Engine)] = outcome;
            else
                Damaged++;

            start = end + 1;
        }

        _file.SetLength(start);
        _file.Position = start;
    }

    static RunOutcome? Parse(ReadOnlySpan<byte> line)
    {
        try
        {
            return RunOutcome.OfJson(JsonNode.Parse(line));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
