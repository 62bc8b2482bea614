using System.Globalization;
using System.Text;
using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>
/// A picture of what a group of agents does, as an SVG file of its own: quotes, its executions, its inventory.
/// </summary>
/// <remarks>It stands on a ground of its own and follows the reader's preference for light or dark.</remarks>
public static class GroupPicture
{
    const double Width = 760;
    const double Heading = 56;
    const double Edge = 16;
    const double PriceHeight = 240;
    const double InventoryHeight = 96;
    const int Spans = 160;

    /// <param name="record">The run, finished.</param>
    /// <param name="group">The group's part in it.</param>
    /// <param name="name">What the group is called.</param>
    /// <param name="seed">The run's seed.</param>
    public static string Draw(RunRecord record, GroupRecord group, string name, ulong seed)
    {
        Figure price = Price(record, group, name);
        Figure inventory = Inventory(group);
        double inner = Width - (2 * Edge);
        Margins margins = Margins.For([price, inventory]);
        string[] panels = [Plot.Draw(price, inner, margins), Plot.Draw(inventory, inner, margins)];
        double[] heights = [.. panels.Select(HeightOf)];
        string title = $"{name}: quotes, executions, inventory";
        Instrument instrument = record.Directory.Instruments[group.Listing.Instrument.Value];
        string subtitle =
            $"{instrument.Symbol} at {record.Directory.Venues[group.Listing.Venue.Value]}, price in currency; "
            + "▲ it buys, ▼ it sells; below: lots held" + SeedText.Of(seed);

        StringBuilder svg = new();
        double height = Heading + heights.Sum() + Edge;
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} "
            + $"{height:0.#}\" role=\"img\" aria-label=\"{Markup.Escape(title)}\">\n");
        svg.Append("<style>\n").Append(Stylesheet.Colours).Append(RulesFor(panels)).Append(Standalone).Append(
            "</style>\n");
        svg.Append(
            CultureInfo.InvariantCulture, $"<rect class=\"ground\" width=\"{Width}\" height=\"{height:0.#}\"/>\n");
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text class=\"title\" x=\"{Edge}\" y=\"27\">{Markup.Escape(title)}</text>\n");
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text class=\"tick\" x=\"{Edge}\" y=\"46\">{Markup.Escape(subtitle)}</text>\n");
        double y = Heading;
        for (int i = 0; i < panels.Length; i++)
        {
            string place = string.Create(
                CultureInfo.InvariantCulture,
                $"<svg x=\"{Edge}\" y=\"{y:0.#}\" width=\"{inner}\" height=\"{heights[i]:0.#}\" ");
            svg.Append(place).Append(panels[i]["<svg xmlns=\"http://www.w3.org/2000/svg\" ".Length..]);
            y += heights[i];
        }

        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>
    /// Those rules of the stylesheet that the drawings need, so that others can change without changing this picture.
    /// </summary>
    static string RulesFor(string[] drawings)
    {
        SortedSet<string> used = new(StringComparer.Ordinal);
        foreach (string part in drawings.SelectMany(drawing => drawing.Split("class=\"").Skip(1)))
            used.UnionWith(part[..part.IndexOf('"', StringComparison.Ordinal)].Split(' '));

        IEnumerable<string> rules = Stylesheet.Marks.Split('\n').Where(rule =>
            rule.Split('.').Skip(1).Any(selector => used.Contains(selector.Split(' ')[0])));
        return string.Concat(rules.Select(rule => rule + "\n"));
    }

    const string Standalone = """
        text { font: 12px Inter, system-ui, sans-serif; font-variant-numeric: tabular-nums; }
        .title { font-size: 17px; font-weight: 600; fill: var(--ink); }
        .ground { fill: var(--panel); }
        .mark { fill: var(--c); stroke: var(--panel); stroke-width: .7; }

        """;

    static Figure Price(RunRecord record, GroupRecord group, string name)
    {
        ListingRecord? listing = record.Listings.FirstOrDefault(listing => listing.Listing == group.Listing);
        StepSeries value = record.Values[group.Listing.Instrument.Value];
        StepSeries[] lines = listing is null ? [value] : [listing.Bids, listing.Asks, value];
        IEnumerable<double> numbers =
            [.. lines.SelectMany(Numbers), .. Numbers(group.Buys.Prices), .. Numbers(group.Sells.Prices)];
        if (listing is null || Extent.Of(numbers) is not { } extent)
            return Figure.Empty(name, "price", "Nothing was quoted or traded.");

        double until = listing.ClosedAt.Nanoseconds;
        Axis y = ValueAxis.OfPrices(extent, record.Directory.Instruments[group.Listing.Instrument.Value]);
        List<EndLabel> labels = [];
        foreach ((string text, string colour, StepSeries series) in (ReadOnlySpan<(string, string, StepSeries)>)
            [("best ask", "ask", listing.Asks), ("best bid", "bid", listing.Bids), ("value", "value", value)])
        {
            if (series.Points().LastOrDefault(point => point.Value.HasValue).Value is { } last)
                labels.Add(new(text, colour, last));
        }

        return new(name, "price", PriceHeight, TimeAxis.Of(record.Horizon), y, labels, plot =>
        {
            DrawSteps(plot, value, "line value dashed", record.Horizon.End.Nanoseconds);
            DrawSteps(plot, listing.Bids, "line thin dense bid", until);
            DrawSteps(plot, listing.Asks, "line thin dense ask", until);
            DrawMarks(plot, group.Buys, "mark bid", up: true);
            DrawMarks(plot, group.Sells, "mark ask", up: false);
        });
    }

    static Figure Inventory(GroupRecord group)
    {
        Axis y = ValueAxis.OfCounts(Extent.Of(Numbers(group.Inventory)) ?? new(0, 0));
        return new("Inventory", "lots", InventoryHeight, TimeAxis.Of(group.Horizon), y, [], plot =>
            DrawSteps(plot, group.Inventory, "line good", group.Horizon.End.Nanoseconds));
    }

    static void DrawSteps(Plot plot, StepSeries series, string style, double until) =>
        plot.Svg.Path(StepPath.Of(PathPoint.Of(series.ThinnedTo(Spans).Points()), plot.X, plot.Y, until), style);

    /// <summary>A triangle per execution, smaller when they are many.</summary>
    static void DrawMarks(Plot plot, TradeSeries trades, string style, bool up)
    {
        IReadOnlyList<SeriesPoint> points = trades.Prices.ThinnedTo(Spans).Points();
        double size = points.Count > 150 ? 2.6 : 4.6;
        double height = up ? -size : size;
        PathData marks = new();
        foreach (SeriesPoint point in points)
        {
            (double x, double y) = (plot.X.At(point.At.Nanoseconds), plot.Y.At(point.Value!.Value));
            marks.MoveTo(x - size, y - (height / 2)).HorizontalTo(x + size).LineTo(x, y + height).Close();
        }

        plot.Svg.Path(marks, style);
    }

    static IEnumerable<double> Numbers(StepSeries series) =>
        series.Points().Where(point => point.Value.HasValue).Select(point => (double)point.Value!.Value);

    /// <summary>The height of a drawing, from its view box.</summary>
    static double HeightOf(string drawing)
    {
        const string Box = "viewBox=\"";
        string box = drawing[(drawing.IndexOf(Box, StringComparison.Ordinal) + Box.Length)..];
        return double.Parse(
            box[..box.IndexOf('"', StringComparison.Ordinal)].Split(' ')[3], CultureInfo.InvariantCulture);
    }
}
