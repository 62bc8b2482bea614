using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Rialto.Analysis;
using Rialto.Trading;

namespace Rialto.Tests.Analysis;

public sealed partial class ReportTests
{
    const int Megabyte = 1 << 20;

    public static TheoryData<string> Runs => [.. ByName.Keys];

    static readonly SortedDictionary<string, Func<RunRecord>> ByName = new(StringComparer.Ordinal)
    {
        ["batches"] = () => SyntheticRun.Batches(),
        ["bids only"] = SyntheticRun.BidsOnly,
        ["empty"] = SyntheticRun.Empty,
        ["below zero"] = SyntheticRun.BelowZero,
        ["large numbers"] = SyntheticRun.LargeNumbers,
        ["many participants"] = () => SyntheticRun.Continuous(participants: 40),
        ["twelve participants"] = () => SyntheticRun.Continuous(participants: 12, withValue: false),
        ["two venues"] = () => SyntheticRun.Continuous(venues: 2, participants: 6, seconds: 10, stepsPerSecond: 200),
        ["untraded"] = SyntheticRun.Untraded,
        ["a day"] = () => SyntheticRun.Continuous(seconds: 23_400, stepsPerSecond: 2),
    };

    [Theory, MemberData(nameof(Runs))]
    public void A_report_is_well_formed(string run)
    {
        string html = ReportOf(run);

        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">", html, StringComparison.Ordinal);
        XDocument document = XDocument.Parse(html["<!DOCTYPE html>\n".Length..]);
        Assert.Equal(SyntheticRun.Heading.Name, document.Descendants("h1").Single().Value);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
        Assert.All(Drawings(html), drawing => Assert.NotNull(drawing.Root!.Attribute("viewBox")));
    }

    [Theory, MemberData(nameof(Runs))]
    public void Every_coordinate_is_a_number(string run)
    {
        foreach (XAttribute attribute in Drawings(ReportOf(run)).SelectMany(svg => svg.Descendants()).Attributes())
            Assert.DoesNotMatch("NaN|Infinity|∞", attribute.Value);
    }

    /// <summary>No text leaves its drawing or covers another, by a cautious estimate of how wide letters are.</summary>
    [Theory, MemberData(nameof(Runs))]
    public void Text_is_neither_clipped_nor_covered(string run)
    {
        foreach (XDocument svg in Drawings(ReportOf(run)))
        {
            double[] box = [.. svg.Root!.Attribute("viewBox")!.Value.Split(' ').Select(Number)];
            TextBox[] texts =
                [.. svg.Descendants().Where(element => element.Name.LocalName == "text").Select(TextBox.Of)];
            foreach (TextBox text in texts)
            {
                Assert.True(text.Left >= -1 && text.Right <= box[2] + 1, $"clipped: {text} in {box[2]}");
                Assert.True(text.Top >= 0 && text.Bottom <= box[3], $"clipped: {text} in {box[3]}");
            }

            for (int i = 0; i < texts.Length; i++)
            {
                for (int j = 0; j < i; j++)
                    Assert.False(texts[i].Covers(texts[j]), $"{texts[i]} covers {texts[j]}");
            }
        }
    }

    [Fact]
    public void A_report_contains_each_chart()
    {
        string html = ReportOf("many participants");

        foreach (string title in new[]
        {
            "Price, best quotes and trades", "Quoted spread", "Depth", "Volume", "Distribution of returns",
            "Memory of returns", "Midpoint against value", "Midpoint minus value", "Inventories", "Net worth",
        })
        {
            Assert.Contains($"<h3>{title}</h3>", html, StringComparison.Ordinal);
            Assert.Contains($"aria-label=\"{title} – ", html, StringComparison.Ordinal);
        }

        Assert.Contains("rialto simulate scenarios/synthetic-walk.yaml --seed 7", html, StringComparison.Ordinal);
        Assert.Contains("Rialto 0.1.0", html, StringComparison.Ordinal);
        Assert.Contains("quantiles of 40 participants", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Few_participants_are_named_at_their_lines()
    {
        string[] labels = [.. Drawings(ReportOf("twelve participants"))
            .SelectMany(svg => svg.Descendants()).Where(element => element.Name.LocalName == "text").Select(text =>
                text.Value)];

        Assert.All(SyntheticRun.Directory(1, 12).Participants, participant =>
            Assert.Contains(participant.Name, labels));
    }

    [Fact]
    public void Two_venues_stand_side_by_side_on_the_same_scale()
    {
        XDocument[] prices = [.. Drawings(ReportOf("two venues"))
            .Where(svg => svg.Root!.Attribute("aria-label")!.Value.StartsWith("Price", StringComparison.Ordinal))];

        Assert.Equal(2, prices.Length);
        Assert.Equal(TicksOf(prices[0]), TicksOf(prices[1]));

        static string[] TicksOf(XDocument svg) =>
            [.. svg.Descendants().Where(element => (string?)element.Attribute("class") == "tick").Select(tick =>
                tick.Value)];
    }

    [Fact]
    public void A_tape_tells_nothing_of_participants()
    {
        RunRecord record = new(SyntheticRun.Directory(1, 0), new(default, new(10_000_000_000)));
        new MarketScript(record).Bid(5, 9_990).Ask(5, 10_000).At(1).Trade(Side.Buy, 2, 10_000).At(2);
        string html = Report.Of(record, SyntheticRun.Heading);

        Assert.DoesNotContain("Participants", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Net worth", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_escaped()
    {
        MarketDirectory directory = new(
            ["<b>&"], [new() { Symbol = "A\"<i>", TickSize = 0.01m }],
            [new("x<y>&'\u0001", "g", Cash.Zero, [0]), new("b", "g", Cash.Zero, [0])]);
        RunRecord record = new(directory, new(default, new(10_000_000_000)));
        new MarketScript(record).Bid(5, 9_990).Ask(5, 10_000).At(1).Match(0, 1, 2, 10_000).At(2);
        string html = Report.Of(record, new("<n>", "<d>", "<c>", 1, "<v>", "<command> && x"));

        XDocument document = XDocument.Parse(html["<!DOCTYPE html>\n".Length..]);
        Assert.Equal("<n>", document.Descendants("h1").Single().Value);
        Assert.Equal("<command> && x", document.Descendants("pre").Single().Value);
        Assert.Empty(document.Descendants("b"));
        Assert.Empty(document.Descendants("i"));
    }

    [Fact]
    public void A_report_is_the_same_under_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            string[] reports = [.. new[] { "", "de-DE", "tr-TR", "hi-IN", "ar-SA" }.Select(culture =>
            {
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
                return ReportOf("two venues") + Metrics.Of(SyntheticRun.Continuous()).ToJsonString();
            })];

            Assert.All(reports, report => Assert.Equal(reports[0], report));
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void A_report_of_a_million_events_is_below_three_megabytes()
    {
        RunRecord record = SyntheticRun.Continuous(venues: 2, participants: 12, seconds: 3_600, stepsPerSecond: 170);

        Assert.True(record.Events > 1_000_000, $"{record.Events} events");
        Assert.True(Encoding.UTF8.GetByteCount(Report.Of(record, SyntheticRun.Heading)) < 3 * Megabyte);
    }

    [Fact]
    public void A_report_of_many_listings_is_below_three_megabytes()
    {
        RunRecord record = new(SyntheticRun.Directory(1, 12, instruments: 20), new(default, new(600_000_000_000)));
        SyntheticRun.WalkEach(record, instruments: 20, participants: 12, seconds: 600, stepsPerSecond: 800);
        int size = Encoding.UTF8.GetByteCount(Report.Of(record, SyntheticRun.Heading));

        Assert.True(size < 3 * Megabyte, $"{size} bytes");
    }

    static string ReportOf(string run) => Report.Of(ByName[run](), SyntheticRun.Heading);

    static IEnumerable<XDocument> Drawings(string html) =>
        Drawing().Matches(html).Select(match => XDocument.Parse(match.Value));

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Drawing();

    sealed record TextBox(string Text, double Left, double Right, double Top, double Bottom)
    {
        public static TextBox Of(XElement text)
        {
            double x = Number(text.Attribute("x")!.Value);
            double y = Number(text.Attribute("y")!.Value);
            double width = 0.92 * TextWidth.Of(
                text.Value, text.Attribute("class")!.Value == "tick" ? Margins.TickSize : Margins.LabelSize);
            double left = (string?)text.Attribute("text-anchor") switch { "end" => x - width,
                "middle" => x - (width / 2), _ => x };
            return new(text.Value, left, left + width, y - 9, y + 3);
        }

        public bool Covers(TextBox other) =>
            Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }
}
