using System.Text;

namespace Rialto.Analysis;

/// <summary>
/// A drawing: elements in the order in which they cover each other. Coordinates are pixels, y points down.
/// </summary>
/// <remarks>
/// Colours and fonts come from the page's stylesheet, through classes, so that light and dark share one drawing.
/// </remarks>
sealed class Svg(double width, double height, string description)
{
    readonly StringBuilder _elements = new();

    public void Line(double x1, double y1, double x2, double y2, string style)
    {
        _elements.Append("<line");
        Attribute("x1", x1);
        Attribute("y1", y1);
        Attribute("x2", x2);
        Attribute("y2", y2);
        End(style);
    }

    public void Path(PathData path, string style)
    {
        if (path.IsEmpty)
            return;

        _elements.Append("<path d=\"").Append(path).Append('"');
        End(style);
    }

    /// <summary>A path filled with a share of its colour.</summary>
    /// <param name="opacity">In hundredths, from 0 to 100.</param>
    public void Path(PathData path, string style, int opacity)
    {
        if (path.IsEmpty)
            return;

        _elements.Append("<path d=\"").Append(path).Append('"');
        Attribute("fill-opacity", Share(opacity));
        End(style);
    }

    /// <summary>A path drawn with a broad pen, with a share of its colour.</summary>
    /// <param name="breadth">Of the pen, in pixels.</param>
    /// <param name="opacity">In hundredths, from 0 to 100.</param>
    public void Stroke(PathData path, string style, double breadth, int opacity)
    {
        if (path.IsEmpty)
            return;

        _elements.Append("<path d=\"").Append(path).Append('"');
        Attribute("stroke-width", breadth);
        Attribute("stroke-opacity", Share(opacity));
        End(style);
    }

    public void Circle(double x, double y, double radius, string style)
    {
        _elements.Append("<circle");
        Attribute("cx", x);
        Attribute("cy", y);
        Attribute("r", radius);
        End(style);
    }

    /// <param name="anchor">Which part of the text is at x: <c>start</c>, <c>middle</c> or <c>end</c>.</param>
    public void Text(double x, double y, string anchor, string style, string text)
    {
        _elements.Append("<text");
        Attribute("x", x);
        Attribute("y", y);
        if (anchor != "start")
            Attribute("text-anchor", anchor);
        Attribute("class", style);
        _elements.Append('>').Append(Markup.Escape(text)).Append("</text>\n");
    }

    /// <summary>The whole element.</summary>
    public override string ToString()
    {
        StringBuilder svg = new("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
        PathData.AppendTenths(svg, PathData.Tenths(width));
        PathData.AppendTenths(svg.Append(' '), PathData.Tenths(height));
        svg.Append("\" role=\"img\" aria-label=\"").Append(Markup.Escape(description)).Append("\">\n");
        return svg.Append(_elements).Append("</svg>\n").ToString();
    }

    static string Share(int hundredths) =>
        hundredths >= 100 ? "1" : "." + (hundredths < 10 ? "0" : "") + NumberText.Of(hundredths);

    void Attribute(string name, double pixels)
    {
        _elements.Append(' ').Append(name).Append("=\"");
        PathData.AppendTenths(_elements, PathData.Tenths(pixels));
        _elements.Append('"');
    }

    void Attribute(string name, string value) =>
        _elements.Append(' ').Append(name).Append("=\"").Append(value).Append('"');

    void End(string style)
    {
        Attribute("class", style);
        _elements.Append("/>\n");
    }
}
