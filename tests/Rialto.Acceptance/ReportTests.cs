using System.Text.Json;
using Microsoft.Playwright;

namespace Rialto.Acceptance;

/// <summary>A report as a browser shows it: whole, legible, and from one file.</summary>
public sealed class ReportTests(ReportTests.Reports reports, Browser browser)
    : IClassFixture<ReportTests.Reports>, IClassFixture<Browser>
{
    /// <summary>What cannot be seen: a fraction of a pixel.</summary>
    const string Measure = """
        () => {
          const problems = [];
          const charts = [...document.querySelectorAll('svg')].filter(svg => svg.checkVisibility());
          for (const chart of charts) {
            const name = chart.getAttribute('aria-label') ?? 'a chart without a name';
            const frame = chart.getBoundingClientRect();
            if (frame.width < 100 || frame.height < 50)
              problems.push(`${name}: is ${frame.width} by ${frame.height} pixels`);
            if (frame.right > document.documentElement.clientWidth + 0.5)
              problems.push(`${name}: is wider than the window`);

            const texts = [...chart.querySelectorAll('text')]
              .filter(text => text.textContent.trim() !== '')
              .map(text => ({ words: text.textContent, box: text.getBoundingClientRect() }));
            for (const { words, box } of texts)
              if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1)
                problems.push(`${name}: '${words}' is cut off`);

            // A line of text is higher than its letters: a sixth above and below is air.
            const air = box => box.height / 6;
            const overlap = (a, b) => a.left < b.right - 0.5 && b.left < a.right - 0.5
              && a.top + air(a) < b.bottom - air(b) && b.top + air(b) < a.bottom - air(a);
            for (let i = 0; i < texts.length; i++)
              for (let j = i + 1; j < texts.length; j++)
                if (overlap(texts[i].box, texts[j].box))
                  problems.push(`${name}: '${texts[i].words}' overlaps '${texts[j].words}'`);
          }

          if (document.documentElement.scrollWidth > document.documentElement.clientWidth)
            problems.push('the page scrolls sideways');
          return { charts: charts.length, background: getComputedStyle(document.body).backgroundColor, problems };
        }
        """;

    public static TheoryData<string, int, ColorScheme> Views
    {
        get
        {
            TheoryData<string, int, ColorScheme> views = [];
            foreach (string report in Reports.Names)
            {
                foreach (int width in (int[])[1120, 560])
                {
                    views.Add(report, width, ColorScheme.Light);
                    views.Add(report, width, ColorScheme.Dark);
                }
            }

            return views;
        }
    }

    [Theory, MemberData(nameof(Views))]
    public async Task A_report_is_whole_and_legible(string report, int width, ColorScheme scheme)
    {
        await using IBrowserContext window = await browser.OpenAsync(width, scheme);
        IPage page = await window.NewPageAsync();
        List<string> complaints = [];
        List<string> requests = [];
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) => requests.Add(request.Url);
        string address = new Uri(reports.PathOf(report)).AbsoluteUri;

        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
        JsonElement seen = await page.EvaluateAsync<JsonElement>(Measure);

        Assert.Empty(complaints);
        Assert.Equal([address], requests);
        Assert.Empty(seen.GetProperty("problems").EnumerateArray().Select(problem => problem.GetString()));
        Assert.InRange(seen.GetProperty("charts").GetInt32(), 4, 100);
        Assert.Equal(scheme == ColorScheme.Dark, BrightnessOf(seen.GetProperty("background").GetString()!) < 100);
    }

    [Fact]
    public async Task What_is_measured_finds_what_it_is_for()
    {
        await using IBrowserContext window = await browser.OpenAsync(560, ColorScheme.Light);
        IPage page = await window.NewPageAsync();
        await page.SetContentAsync("""
            <body style="margin: 0"><svg viewBox="0 0 400 200" width="400" aria-label="A" style="overflow: visible">
            <text x="10" y="100">one</text><text x="14" y="102">two</text><text x="390" y="50">three</text></svg>
            <svg aria-label="B" width="700" height="20"></svg></body>
            """);
        JsonElement seen = await page.EvaluateAsync<JsonElement>(Measure);

        Assert.Equal(
            [
                "A: 'three' is cut off", "A: 'one' overlaps 'two'", "B: is 700 by 20 pixels",
                "B: is wider than the window",
                "the page scrolls sideways",
            ],
            seen.GetProperty("problems").EnumerateArray().Select(problem => problem.GetString()!));
    }

    /// <param name="colour">As a style sheet says it: <c>rgb(17, 20, 22)</c>.</param>
    static double BrightnessOf(string colour) =>
        colour[(colour.IndexOf('(', StringComparison.Ordinal) + 1)..^1].Split(',').Take(3).Average(part =>
            int.Parse(part, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>
    /// A report of each kind: two venues with agents, many traders, a batch auction, a recorded tape; and the facts of
    /// three of them.
    /// </summary>
    public sealed class Reports : IDisposable
    {
        readonly TemporaryFolder _folder = new();

        public Reports()
        {
            KeptRun.Of(Repository.Scenario("leeps-two-markets"), 7, _folder.PathOf("two-markets"));
            KeptRun.Of(Repository.Scenario("random-traders"), 7, _folder.PathOf("random-traders"));
            Command.Rialto(
                "simulate", Repository.Scenario("leeps-two-markets"), "--seed", "11", "--set",
                "venues.focal.institution.batch=500ms", "--out", _folder.PathOf("batch-auction")).Succeed();
            (string messages, string book) = TapePair.WriteTo(_folder);
            Command.Rialto(
                "replay", "lobster", messages, "--orderbook", book, "--out", _folder.PathOf("tape")).Succeed();
            Command.Rialto(
                "facts", _folder.PathOf("two-markets"), _folder.PathOf("random-traders"), "--tape", messages,
                "--out", _folder.PathOf("facts", "report.html")).Succeed();
        }

        public static IReadOnlyList<string> Names =>
            ["two-markets", "random-traders", "batch-auction", "tape", "facts"];

        public string PathOf(string report) => _folder.PathOf(report, "report.html");

        public void Dispose() => _folder.Dispose();
    }
}
