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

    /// <summary>The text, or as much of it as fits, with an ellipsis.</summary>
    public static string Fit(string text, double fontSize, double width)
    {
        if (Of(text, fontSize) <= width)
            return text;

        int length = text.Length;
        while (length > 1 && Of(text[..length] + "…", fontSize) > width)
            length--;
        if (char.IsHighSurrogate(text[length - 1]))
            length = Math.Max(0, length - 1);

        return text[..length] + "…";
    }
}
