namespace Rialto.Analysis;

/// <summary>The room beside a plot for the labels of its y axis and of its lines, in pixels.</summary>
readonly record struct Margins(double Left, double Right)
{
    public const double TickSize = 12;
    public const double LabelSize = 12.5;
    const double WidestLabel = 150;

    /// <summary>Room enough for each of several figures, so that their plots stand below each other.</summary>
    public static Margins For(IEnumerable<Figure> figures)
    {
        (double left, double right) = (46, 34);
        foreach (Figure figure in figures.Where(figure => figure.Note is null))
        {
            foreach (Tick tick in figure.Y.TicksFor(Plot.TickCountOf(figure.Height)))
                left = Math.Max(left, TextWidth.Of(tick.Label, TickSize) + 14);
            foreach (EndLabel label in figure.Labels)
                right = Math.Max(right, Math.Min(WidestLabel, TextWidth.Of(label.Text, LabelSize)) + 18);
        }

        return new(Math.Ceiling(left), Math.Ceiling(right));
    }
}
