using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>
/// What participants held and were worth: a line for each while they are few, else bands of quantiles.
/// </summary>
static class ParticipantCharts
{
    const double LeastHeight = 240;
    const double LabelHeight = 22;
    const int MostBroadLines = 5;
    const int Spans = 240;
    const int MostInstruments = 4;

    public static IEnumerable<Figure> Of(RunRecord record, ulong? seed)
    {
        for (int i = 0; i < Math.Min(MostInstruments, record.Directory.Instruments.Count); i++)
            yield return Inventory(record, i, "lots held" + SeedText.Of(seed));

        yield return NetWorth(record, "cash and lots at the last midpoint, in currency" + SeedText.Of(seed));
    }

    static Figure Inventory(RunRecord record, int instrument, string what)
    {
        ParticipantRecord participants = record.Participants;
        string title = record.Directory.Instruments.Count == 1
            ? "Inventories" : "Inventories of " + record.Directory.Instruments[instrument].Symbol;
        IEnumerable<int> all = Enumerable.Range(0, participants.Accounts.Count);
        double[] last = [.. all.Select(p => (double)participants.Accounts.LotsOf(p, instrument))];

        if (participants.InventoryOf(0, instrument) is null)
            return Bands(record, title, what, participants.Inventory[instrument], ValueAxis.OfCounts, [.. last]);

        StepSeries[] paths = [.. all.Select(p => participants.InventoryOf(p, instrument)!)];
        Axis y = ValueAxis.OfCounts(
            Extent.Of(paths.SelectMany(path => path.Points()).Select(point => (double)point.Value!.Value))
                ?? new(0, 0));
        return Lines(record, title, what, y, p => PathPoint.Of(paths[p].ThinnedTo(Spans).Points()), [.. last]);
    }

    static Figure NetWorth(RunRecord record, string what)
    {
        const string Title = "Net worth";
        ParticipantRecord participants = record.Participants;
        double unit = record.Directory.Instruments.Count > 0 ? (double)record.Directory.Instruments[0].CashUnit : 1;
        if (participants.NetWorth.Named.Count == 0)
        {
            return Bands(
                record, Title, what, participants.NetWorth, extent => ValueAxis.OfCash(extent, unit),
                participants.FinalWorth);
        }

        Extent? extent = Extent.Of(participants.NetWorth.Named.SelectMany(path => path).OfType<double>());
        if (extent is null)
            return Figure.Empty(Title, what, "No price was ever shown.");

        return Lines(
            record, Title, what, ValueAxis.OfCash(extent.Value, unit),
            p => PathPoint.Of(participants.Instants, participants.NetWorth.Named[p]), participants.FinalWorth);
    }

    static Figure Lines(
        RunRecord record, string title, string what, Axis y,
        Func<int, IEnumerable<PathPoint>> pathOf, IReadOnlyList<double?> last)
    {
        int count = record.Participants.Accounts.Count;
        EndLabel[] labels = [.. Enumerable.Range(0, count)
            .Where(p => last[p].HasValue)
            .Select(p => new EndLabel(record.Directory.Participants[p].Name, ColourOf(p), last[p]!.Value))];
        double height = Math.Max(LeastHeight, LabelHeight * count);
        string style = count > MostBroadLines ? "line thin " : "line ";
        double end = record.Horizon.End.Nanoseconds;
        return new(title, what, height, TimeAxis.Of(record.Horizon), y, labels, plot =>
        {
            for (int p = 0; p < count; p++)
                plot.Svg.Path(StepPath.Of(pathOf(p), plot.X, plot.Y, end), style + ColourOf(p));
        });
    }

    static Figure Bands(
        RunRecord record, string title, string what, ParticipantPaths paths, Func<Extent, Axis> axisOf,
        IReadOnlyList<double?> last)
    {
        CrossSection?[] sections = [.. paths.Sections];
        Extent? extent = Extent.Of(
            sections.OfType<CrossSection>().SelectMany(section => new[] { section.Lowest, section.Highest }));
        string subtitle = $"{what} · quantiles of {NumberText.Of(record.Participants.Accounts.Count)} participants";
        if (extent is null)
            return Figure.Empty(title, subtitle, "No price was ever shown.");

        return new(
            title, subtitle, 300, TimeAxis.Of(record.Horizon), axisOf(extent.Value),
            LabelsOf(record, sections[^1], last), plot => DrawBands(plot, record.Participants.Instants, sections));
    }

    static void DrawBands(Plot plot, IReadOnlyList<Timestamp> instants, CrossSection?[] sections)
    {
        double end = instants[^1].Nanoseconds;
        Fill(section => section.Low, section => section.High, 10);
        Fill(section => section.LowerQuartile, section => section.UpperQuartile, 18);
        Stroke(section => section.Lowest, "line muted thin");
        Stroke(section => section.Highest, "line muted thin");
        Stroke(section => section.Median, "line ink");

        void Fill(Func<CrossSection, double> lower, Func<CrossSection, double> upper, int opacity) =>
            plot.Svg.Path(
                Band.Of(
                    [.. instants.Zip(sections, (at, section) => section is { } present
                        ? ((double)at.Nanoseconds, lower(present), upper(present))
                        : ((double, double, double)?)null)],
                    plot.X, plot.Y, end),
                "bar good", 2 * opacity);

        void Stroke(Func<CrossSection, double> line, string style) =>
            plot.Svg.Path(
                StepPath.Of(
                    instants.Zip(sections, (at, section) =>
                        new PathPoint(at.Nanoseconds, section is { } present ? line(present) : null)),
                    plot.X, plot.Y, end),
                style);
    }

    static EndLabel[] LabelsOf(RunRecord record, CrossSection? end, IReadOnlyList<double?> last)
    {
        if (end is not { } section)
            return [];

        int[] known = [.. Enumerable.Range(0, last.Count).Where(p => last[p].HasValue)];
        return
        [
            new("most: " + NameOf(known.MaxBy(p => last[p]!.Value)), "muted", section.Highest),
            new("5–95 %", "good", section.High),
            new("25–75 %", "good", section.UpperQuartile),
            new("median", "ink", section.Median),
            new("least: " + NameOf(known.MinBy(p => last[p]!.Value)), "muted", section.Lowest),
        ];

        string NameOf(int participant) => record.Directory.Participants[participant].Name;
    }

    static string ColourOf(int participant) => "p" + NumberText.Of(participant);
}
