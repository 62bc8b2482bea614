using System.Text;

namespace Rialto.Analysis;

/// <summary>How wide a text becomes, estimated from above: the fonts of a reader are unknown.</summary>
static class TextWidth
{
    /// <returns>In pixels.</returns>
    public static double Of(string text, double fontSize)
    {
        double ems = 0;
        foreach (char letter in text)
        {
            ems += letter switch
            {
                '\u2009' or '.' or ',' or ':' or 'i' or 'l' or '\'' => 0.3,
                'm' or 'w' or 'M' or 'W' or '%' => 0.95,
                < '\u2e80' => 0.63,
                _ => 1,
            };
        }

        return ems * fontSize;
    }

    /// <summary>
    /// The text, or as much of its beginning and end as fits around an ellipsis: names differ at the end.
    /// </summary>
    public static string Fit(string text, double fontSize, double width)
    {
        if (Of(text, fontSize) <= width)
            return text;

        Rune[] letters = [.. text.EnumerateRunes()];
        for (int kept = letters.Length - 1; kept > 1; kept--)
        {
            int atEnd = Math.Min(6, kept / 2);
            string shortened = string.Concat(letters[..(kept - atEnd)]) + "…" + string.Concat(letters[^atEnd..]);
            if (Of(shortened, fontSize) <= width)
                return shortened;
        }

        return "…";
    }
}
