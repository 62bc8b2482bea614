using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rialto.Cli;

/// <summary>How the JSON that people may read is written: indented, and with letters as they are.</summary>
static class JsonText
{
    static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    extension(JsonNode node)
    {
        public string ToText() => node.ToJsonString(Indented);
    }
}
