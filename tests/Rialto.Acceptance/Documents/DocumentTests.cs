using System.Text;
using Rialto.Simulation;
using Rialto.Trading;

namespace Rialto.Acceptance;

/// <summary>What the documents show is what there is.</summary>
public sealed class DocumentTests
{
    static readonly string[] Documents = ["README.md", "docs/agents.md", "docs/scenarios.md", "docs/matching.md",
        "docs/sweeps.md", "docs/calibration.md"];

    static readonly string[] SourceFolders = ["samples", "scenarios", "tests/Rialto.Acceptance/Documents"];

    static IEnumerable<CodeBlock> Blocks => Documents.SelectMany(CodeBlock.In);

    [Fact]
    public void Code_that_a_document_shows_stands_in_a_file_that_is_compiled()
    {
        string[] sources =
        [
            .. SourceFolders.SelectMany(folder =>
                Directory.GetFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories))
                .Where(path => Path.GetExtension(path) is ".cs" or ".csproj").Select(File.ReadAllText),
        ];
        CodeBlock[] shown = [.. Blocks.Where(block => block.Language is "csharp" or "xml")];

        Assert.NotEmpty(shown);
        Assert.Empty(shown.Where(block => !sources.Any(block.IsIn)));
    }

    [Fact]
    public void Code_that_is_said_to_be_of_a_file_is_in_that_file()
    {
        CodeBlock[] shown = [.. Blocks.Where(block => block.Source is not null)];

        Assert.Contains(shown, block => block is { Document: "README.md", Source: "samples/MyAgent/Dealer.cs" });
        Assert.Contains(shown, block => block is { Document: "docs/agents.md", Source: "samples/MyAgent/Program.cs" });
        Assert.Empty(shown.Where(block => !block.IsIn(File.ReadAllText(Repository.PathOf(block.Source!)))));
    }

    [Fact]
    public void The_program_of_the_sample_is_short() =>
        Assert.InRange(File.ReadAllLines(Repository.PathOf("samples", "MyAgent", "Program.cs")).Length, 1, 15);

    [Fact]
    public void Every_scenario_that_a_document_shows_can_be_run()
    {
        foreach (CodeBlock block in Blocks.Where(block => block.Language == "yaml"))
        {
            MapNode document = YamlDocument.Read(block.Text, block.ToString());
            if (document.Find("instruments") is not null && document.Find("venues") is not null)
                new ScenarioReader(new AgentKinds()).Read(document, Repository.PathOf("scenarios")).Build(1);
            if (document.Find("target") is not null)
                new CalibrationReader(new AgentKinds()).Read(document, Repository.PathOf("scenarios", "calibration"));
            else if (document.Find("seeds") is not null)
                new SweepReader(new AgentKinds()).Read(document, Repository.PathOf("scenarios", "sweeps"));
        }
    }

    [Fact]
    public void Every_file_that_a_run_can_leave_is_explained()
    {
        string text = File.ReadAllText(Repository.PathOf("docs", "scenarios.md"));

        Assert.Empty(Enum.GetNames<Recording>().Select(Kebab).Where(name =>
            !text.Contains($"`{name}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void Everything_that_an_order_or_a_refusal_can_be_is_explained()
    {
        string text = File.ReadAllText(Repository.PathOf("docs", "matching.md"));
        IEnumerable<string> names =
        [
            .. Enum.GetNames<RequestKind>(), .. Enum.GetNames<OrderType>(), .. Enum.GetNames<TimeInForce>(),
            .. Enum.GetNames<RejectReason>(),
            .. Enum.GetNames<TradingState>(), .. Enum.GetNames<EventKind>(),
            .. Enum.GetNames<OrderFlags>().Except([nameof(OrderFlags.SelfMatchPrevention)]),
        ];

        Assert.Empty(
            names.Distinct().Where(name => name != "None" && !text.Contains($"`{name}`", StringComparison.Ordinal)));
    }

    static string Kebab(string name)
    {
        StringBuilder kebab = new();
        foreach (char letter in name)
        {
            if (char.IsUpper(letter) && kebab.Length > 0)
                kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(letter));
        }

        return kebab.ToString();
    }
}
