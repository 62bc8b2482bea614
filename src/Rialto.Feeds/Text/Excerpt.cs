using System.Globalization;
using System.Text;

namespace Rialto.Feeds;

/// <summary>Bytes of a file as they are shown in a message: quoted, on one line, and not too many of them.</summary>
static class Excerpt
{
    const int Longest = 24;

    public static string Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return "nothing";

        StringBuilder text = new("\"");
        foreach (byte one in bytes[..Math.Min(bytes.Length, Longest)])
        {
            if (one is >= (byte)' ' and <= (byte)'~' and not (byte)'"' and not (byte)'\\')
                text.Append((char)one);
            else
                text.Append(CultureInfo.InvariantCulture, $"\\x{one:X2}");
        }

        return text.Append(bytes.Length > Longest ? "\" …" : "\"").ToString();
    }
}
