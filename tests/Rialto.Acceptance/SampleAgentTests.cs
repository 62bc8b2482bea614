using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace Rialto.Acceptance;

/// <summary>An agent of somebody's own: a project outside of ours, built from our packages, run both ways.</summary>
public sealed class SampleAgentTests(SampleAgentTests.Sample sample)
    : IClassFixture<SampleAgentTests.Sample>, IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Fact]
    public void Every_library_is_a_package_with_licence_description_readme_documentation_and_its_dependencies()
    {
        string[] projects = [.. Directory.GetDirectories(Repository.PathOf("src"))
            .Select(path => Path.GetFileName(path))
            .Where(name => name != "Rialto.Cli")];
        Assert.Equal(
            projects.Order(StringComparer.Ordinal),
            Directory.GetFiles(sample.Packages)
                .Select(path => Path.GetFileName(path)!.Replace(".0.1.0.nupkg", "", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));

        foreach (string project in projects)
        {
            using ZipArchive package = ZipFile.OpenRead(Path.Combine(sample.Packages, project + ".0.1.0.nupkg"));
            string[] files = [.. package.Entries.Select(entry => entry.FullName)];
            Assert.Empty(
                new[] { $"lib/net10.0/{project}.dll", $"lib/net10.0/{project}.xml", "README.md" }.Except(files));

            using Stream stream = package.GetEntry(project + ".nuspec")!.Open();
            XElement about = XElement.Load(stream);
            string? Said(string name) =>
                about.Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value;
            Assert.Equal("Apache-2.0", Said("license"));
            Assert.Equal("README.md", Said("readme"));
            Assert.NotEqual("Package Description", Said("description"));
            Assert.Equal(
                ReferencesOf(project),
                about.Descendants().Where(element => element.Name.LocalName == "dependency").Select(element =>
                    element.Attribute("id")!.Value)
                    .Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void It_trades_alike_in_a_program_of_its_own_and_under_the_command()
    {
        Outcome own = new Command(Command.Dotnet, sample.Assembly, sample.Scenario).Succeed();
        Command.Rialto(
            "simulate", sample.Scenario, "--agents", sample.Assembly, "--out", _folder.PathOf("run")).Succeed();
        KeptRun run = new(_folder.PathOf("run"));

        string counted = string.Create(
            CultureInfo.InvariantCulture, $"{run.Manifest["events"]} events, state hash {run.Manifest["stateHash"]}");
        Assert.Equal(counted, own.Lines[0]);
        Assert.Empty(run.Manifest["stoppedAgents"]!.AsArray());

        // What it owns in the end is what the accounts say.
        foreach (string line in own.Lines.Skip(1))
        {
            string[] words = line.Split(' ');
            string last = run.LinesOf("accounts.csv").Last(row => row.Split(',')[2] == words[0]);
            Assert.Equal(words[2], last.Split(',')[^1]);
        }

        Assert.Equal(3, own.Lines.Count);
        Assert.Contains("dealers/2", run.TextOf("trades.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_journal_is_replayed_without_it()
    {
        Command.Rialto(
            "simulate", sample.Scenario, "--agents", sample.Assembly, "--set", "record=[journal]", "--out",
            _folder.PathOf("run")).Succeed();

        Outcome replay = Command.Rialto(
            "replay", "journal", _folder.PathOf("run"), "--agents", sample.Assembly).Succeed();
        Assert.EndsWith(": every hash agrees\n", replay.Output, StringComparison.Ordinal);

        Outcome unknown = Command.Rialto("replay", "journal", _folder.PathOf("run")).Run();
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("there are no agents called 'dealers'", unknown.Complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_inventory_limit_holds_but_for_the_lots_on_their_way()
    {
        Command.Rialto(
            "simulate", sample.Scenario, "--agents", sample.Assembly, "--set", "agents.1.dealers.limit=2", "--out",
            _folder.PathOf("run")).Succeed();
        long[] owned = [.. new KeptRun(_folder.PathOf("run")).LinesOf("accounts.csv")
            .Select(row => row.Split(',')).Where(row => row[2].StartsWith("dealers/", StringComparison.Ordinal))
            .Select(row => long.Parse(row[^1], CultureInfo.InvariantCulture))];

        Assert.InRange(owned.Max(), 2, 3);
        Assert.InRange(owned.Min(), -3, -2);
    }

    [Fact]
    public void A_scenario_that_asks_for_agents_that_nobody_brought_is_one_line()
    {
        Outcome outcome = Command.Rialto("simulate", sample.Scenario, "--out", _folder.PathOf("run")).Run();

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("there are no agents called 'dealers'", outcome.Complaint, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.PathOf("run")));
    }

    [Fact]
    public void Agents_whose_name_is_taken_are_one_line()
    {
        Outcome outcome = Command.Rialto(
            "simulate", sample.Scenario, "--agents", sample.Assembly, "--agents", sample.Assembly, "--out",
            _folder.PathOf("run")).Run();

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("Two classes of agents are called 'dealers'", outcome.Complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_of_the_wrong_kind_is_one_line_that_says_where()
    {
        Outcome outcome = Command.Rialto(
            "simulate", sample.Scenario, "--agents", sample.Assembly, "--set", "agents.1.dealers.pause=soon", "--out",
            _folder.PathOf("run")).Run();

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("found 'soon', expected a time with its unit", outcome.Complaint, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>What a project file references and hands on.</summary>
    /// <summary>
    /// Our libraries that it refers to, and the packages that it or they need: those are pinned all the way.
    /// </summary>
    static IEnumerable<string> ReferencesOf(string project)
    {
        string[] libraries =
            [.. Included(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path))];
        return libraries.Concat(PackagesOf(project)).Distinct().Order(StringComparer.Ordinal);
    }

    static IEnumerable<string> PackagesOf(string project) => Included(project, "PackageReference")
        .Concat(Included(project, "ProjectReference").SelectMany(path =>
            PackagesOf(Path.GetFileNameWithoutExtension(path))));

    static IEnumerable<string> Included(string project, string kind) =>
        XElement.Load(Repository.PathOf("src", project, project + ".csproj")).Descendants()
            .Where(item => item.Name.LocalName == kind && item.Attribute("PrivateAssets") is null)
            .Select(item => item.Attribute("Include")!.Value.Replace('\\', '/'));

    /// <summary>
    /// The packages of this repository, and the sample built from a copy of its folder with nothing around it.
    /// </summary>
    public sealed class Sample : IDisposable
    {
        readonly TemporaryFolder _folder = new();

        public Sample()
        {
            string[] quiet = ["-nologo", "-v:quiet", "-nodeReuse:false", "-p:UseSharedCompilation=false"];
            new Command(
                Command.Dotnet,
                ["pack", "Rialto.slnx", "-c", "Release", "--no-build", "-o", Packages, .. quiet]).Succeed();

            foreach (string file in Directory.GetFiles(Repository.PathOf("samples", "MyAgent")))
            {
                File.Copy(file, Path.Combine(
                    Directory.CreateDirectory(_folder.PathOf("MyAgent")).FullName, Path.GetFileName(file)));
            }

            // Instead of the machine's sources: nothing is asked of a server, and nothing of ours that was packed
            // before is found.
            _folder.Write("MyAgent/nuget.config", $"""
                <configuration>
                  <packageSources>
                    <clear />
                    <add key="rialto" value="{Packages}" />
                    <add key="others" value="{PackagesOfOthers}" />
                  </packageSources>
                  <packageSourceMapping>
                    <packageSource key="rialto"><package pattern="Rialto.*" /></packageSource>
                    <packageSource key="others"><package pattern="*" /></packageSource>
                  </packageSourceMapping>
                </configuration>
                """);
            (new Command(Command.Dotnet, ["build", "-c", "Release", .. quiet])
            {
                Folder = _folder.PathOf("MyAgent"),
                Variables = new Dictionary<string, string> { ["NUGET_PACKAGES"] = _folder.PathOf("cache") },
            }).Succeed();
        }

        public string Packages => _folder.PathOf("packages");

        public string Assembly => _folder.PathOf("MyAgent", "bin", "Release", "net10.0", "MyAgent.dll");

        public string Scenario => _folder.PathOf("MyAgent", "my-agent.yaml");

        /// <summary>Where this machine keeps what it has restored: a source like any other.</summary>
        static string PackagesOfOthers => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } given
            ? given
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

        public void Dispose() => _folder.Dispose();
    }
}
