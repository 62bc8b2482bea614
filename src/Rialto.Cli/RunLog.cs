using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rialto.Cli;

/// <summary><c>log.jsonl</c>: what happened around a run, one JSON object per line, with the wall clock.</summary>
sealed class RunLog(Stream stream) : IDisposable
{
    static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly StreamWriter _writer = new(stream);

    public void Write(string topic, string message)
    {
        JsonObject line = new()
        {
            ["at"] = DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture),
            ["topic"] = topic,
            ["message"] = message,
        };
        _writer.Write(line.ToJsonString(OneLine) + "\n");
    }

    public void Dispose() => _writer.Dispose();
}
