using System.Text;
using System.Xml;

namespace Rialto.Analysis;

/// <summary>Text made safe to stand in HTML and XML, in content and in attributes.</summary>
static class Markup
{
    public static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                _ => escaped.Append(IsLegal(rune) ? rune.ToString() : "\uFFFD"),
            };
        }

        return escaped.ToString();
    }

    static bool IsLegal(Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);
}
