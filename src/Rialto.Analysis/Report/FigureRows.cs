using System.Text;

namespace Rialto.Analysis;

/// <summary>Puts figures into a page: one alone fills the width, several stand side by side.</summary>
static class FigureRows
{
    const double Wide = 1120;
    const double Half = 548;
    const double Third = 358;

    /// <summary>One row of figures.</summary>
    public static void Append(StringBuilder html, IReadOnlyList<Figure> figures, Margins margins)
    {
        if (figures.Count == 0)
            return;

        html.Append(figures.Count == 1 ? "<div class=\"row\">\n" : "<div class=\"row halves\">\n");
        foreach (Figure figure in figures)
        {
            Begin(html, figure);
            if (figure.Note is { } note)
                AppendNote(html, note);
            else if (figures.Count > 1)
                html.Append(Plot.Draw(figure, Half, margins));
            else
                AppendBoth(html, figure, margins);

            html.Append("</figure>\n");
        }

        html.Append("</div>\n");
    }

    /// <summary>Small figures, three side by side.</summary>
    public static void AppendThirds(StringBuilder html, IReadOnlyList<Figure> figures, Margins margins)
    {
        html.Append("<div class=\"row thirds\">\n");
        foreach (Figure figure in figures)
        {
            Begin(html, figure);
            if (figure.Note is { } note)
                AppendNote(html, note);
            else
                html.Append(Plot.Draw(figure, Third, margins));

            html.Append("</figure>\n");
        }

        html.Append("</div>\n");
    }

    static void Begin(StringBuilder html, Figure figure) =>
        html.Append("<figure>\n<figcaption><h3>").Append(Markup.Escape(figure.Title)).Append("</h3><p>")
            .Append(Markup.Escape(figure.Subtitle)).Append("</p></figcaption>\n");

    static void AppendNote(StringBuilder html, string note) =>
        html.Append("<p class=\"note\">").Append(Markup.Escape(note)).Append("</p>\n");

    /// <summary>
    /// A drawing for wide windows and paper, and one for narrow windows: text keeps its size in both.
    /// </summary>
    static void AppendBoth(StringBuilder html, Figure figure, Margins margins)
    {
        html.Append("<div class=\"wide-only\">").Append(Plot.Draw(figure, Wide, margins)).Append("</div>\n");
        html.Append("<div class=\"narrow-only\">").Append(Plot.Draw(figure, Half, margins)).Append("</div>\n");
    }
}
