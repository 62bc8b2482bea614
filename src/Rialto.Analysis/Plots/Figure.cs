namespace Rialto.Analysis;

/// <summary>A chart before it has a width: what it is called, its axes, and how its marks are drawn.</summary>
/// <param name="Title">Says what is shown.</param>
/// <param name="Subtitle">Says of which market, in which unit.</param>
/// <param name="Height">Of the plot without its axis, in pixels.</param>
/// <param name="Labels">Names of the lines at their right ends.</param>
/// <param name="Marks">Draws everything between the axes.</param>
sealed record Figure(
    string Title, string Subtitle, double Height, Axis X, Axis Y, IReadOnlyList<EndLabel> Labels, Action<Plot> Marks)
{
    /// <summary>A sentence in place of the plot, when there is nothing to plot.</summary>
    public string? Note { get; init; }

    public static Figure Empty(string title, string subtitle, string note)
    {
        Axis none = new(0, 1, _ => []);
        return new(title, subtitle, 0, none, none, [], _ => { }) { Note = note };
    }
}
