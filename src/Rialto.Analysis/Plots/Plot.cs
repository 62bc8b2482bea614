namespace Rialto.Analysis;

/// <summary>A figure at a certain width: its scales, its axes, and the drawing that its marks are added to.</summary>
sealed class Plot
{
    const double Above = 10;
    const double Below = 30;
    const double LabelGap = 15;

    readonly Figure _figure;
    readonly Margins _margins;

    Plot(Figure figure, double width, Margins margins)
    {
        _figure = figure;
        _margins = margins;
        Svg = new(width, Above + figure.Height + Below, figure.Title + " – " + figure.Subtitle);
        X = figure.X.Over(margins.Left, width - margins.Right);
        Y = figure.Y.Over(Above + figure.Height, Above);
    }

    public Svg Svg { get; }
    public LinearScale X { get; }
    public LinearScale Y { get; }

    /// <summary>How many spans a series may be thinned to: one per pixel.</summary>
    public int Spans => (int)Math.Clamp(X.End - X.Start, 60, ListingRecord.SeriesSpans);

    /// <summary>How many ticks suit a plot of this height.</summary>
    public static int TickCountOf(double height) => Math.Max(2, (int)(height / 40));

    public static string Draw(Figure figure, double width, Margins margins)
    {
        Plot plot = new(figure, width, margins);
        plot.DrawAxes();
        figure.Marks(plot);
        plot.DrawLabels();
        return plot.Svg.ToString();
    }

    /// <summary>A horizontal rule through a value, from edge to edge.</summary>
    public void Rule(double y, string style) => Svg.Line(X.Start, Y.At(y), X.End, Y.At(y), style);

    void DrawAxes()
    {
        foreach (Tick tick in _figure.Y.TicksFor(TickCountOf(_figure.Height)))
        {
            Rule(tick.Value, "rule");
            Svg.Text(X.Start - 10, Y.At(tick.Value) + 4, "end", "tick", tick.Label);
        }

        foreach (Tick tick in TicksAcross())
            Svg.Text(X.At(tick.Value), Above + _figure.Height + 23, "middle", "tick", tick.Label);
    }

    /// <summary>As many ticks of the x axis as leave room between their labels.</summary>
    IReadOnlyList<Tick> TicksAcross()
    {
        for (int count = 10; count > 2; count--)
        {
            IReadOnlyList<Tick> ticks = _figure.X.TicksFor(count);
            double widest = ticks.Select(tick => TextWidth.Of(tick.Label, Margins.TickSize)).DefaultIfEmpty(0).Max();
            if (ticks.Count < 2 || X.At(ticks[1].Value) - X.At(ticks[0].Value) > widest + _figure.X.LabelGap)
                return ticks;
        }

        return _figure.X.TicksFor(2);
    }

    void DrawLabels()
    {
        IReadOnlyList<EndLabel> labels = _figure.Labels;
        double[] wanted = [.. labels.Select(label => Y.At(label.Y))];
        double[] placed = LabelPlacement.Of(wanted, LabelGap, Above, Above + _figure.Height);
        for (int i = 0; i < labels.Count; i++)
        {
            string text = TextWidth.Fit(labels[i].Text, Margins.LabelSize, _margins.Right - 14);
            if (Math.Abs(placed[i] - wanted[i]) > 4)
                Svg.Line(X.End + 1, wanted[i], X.End + 9, placed[i], "leader " + labels[i].Colour);
            Svg.Text(X.End + 11, placed[i] + 4, "start", "label " + labels[i].Colour, text);
        }
    }
}
