using Rialto.Simulation;

namespace Rialto.Acceptance;

/// <summary>
/// Every kind of agents has a scenario that shows it, and a page with a picture of it, written by <c>./rialto agents
/// --pages</c>. <c>./test golden</c> writes the pages anew; a difference is reviewed like code.
/// </summary>
public sealed class AgentPagesTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Fact]
    public void Pages_and_pictures_are_those_that_the_command_writes()
    {
        string kept = Repository.PathOf("docs", "agents");
        if (Environment.GetEnvironmentVariable("RIALTO_GOLDEN") == "rewrite")
        {
            foreach (string old in Directory.Exists(kept) ? Directory.GetFiles(kept) : [])
                File.Delete(old);
            Command.Rialto("agents", "--pages", kept).Succeed();
        }

        Command.Rialto("agents", "--pages", _folder.Path).Succeed();

        Assert.Equal(Names(_folder.Path), Names(kept));
        Assert.Empty(Names(kept).Where(name =>
            File.ReadAllText(Path.Combine(kept, name)) != File.ReadAllText(_folder.PathOf(name)))
            .Select(name => $"docs/agents/{name} is not current: ./test golden writes it"));
    }

    [Fact]
    public void Every_kind_has_a_scenario_that_shows_it_and_a_page() => Assert.Empty(new AgentKinds().Names
        .SelectMany(kind =>
            (string[])[$"scenarios/agents/{kind}.yaml", $"docs/agents/{kind}.md", $"docs/agents/{kind}.svg"])
        .Where(file => !File.Exists(Repository.PathOf(file))));

    [Fact]
    public void Every_kind_of_the_library_says_what_it_is_and_what_each_key_means()
    {
        KindReader reader = new(new AgentKinds());
        KindDescription[] kinds = [.. new AgentKinds().Names.Select(reader.Read)];

        Assert.Empty(
            kinds.Where(kind => kind.Summary.Length == 0 || kind.Remarks.Count == 0).Select(kind => kind.Name));
        Assert.Empty(kinds.SelectMany(kind => kind.Parameters.Where(parameter => parameter.Summary.Length == 0).Select(
            parameter => $"{kind.Name}: {parameter.Key}")));
    }

    [Fact]
    public void The_command_lists_every_kind_and_explains_one()
    {
        Outcome list = Command.Rialto("agents").Succeed();
        Outcome one = Command.Rialto("agents", "poisson-flow").Succeed();

        Assert.Equal(new AgentKinds().Names.Prepend("kind"), list.Lines.Select(line => line.Split(' ')[0]));
        Assert.Contains(one.Lines, line => line.StartsWith("placement.range", StringComparison.Ordinal)
            && line.Contains("required", StringComparison.Ordinal));
        Assert.Contains("Shown by: ./rialto simulate scenarios/agents/poisson-flow.yaml", one.Lines);
        Assert.Equal(
            "rialto: agents: there are no agents called 'poison-flow'; did you mean 'poisson-flow'?\n",
            Command.Rialto("agents", "poison-flow").Run().Errors);
    }

    public void Dispose() => _folder.Dispose();

    static string[] Names(string folder) =>
        [.. Directory.GetFiles(folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
}
