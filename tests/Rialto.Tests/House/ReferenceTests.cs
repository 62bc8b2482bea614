namespace Rialto.Tests.House;

/// <summary>The walls between the projects: the table of docs/adr/0007, read from what was compiled.</summary>
public sealed class ReferenceTests
{
    static readonly Dictionary<string, string[]> MayReference = new(StringComparer.Ordinal)
    {
        ["Trading"] = [],
        ["Matching"] = ["Trading"],
        ["Protocols"] = ["Trading"],
        ["Agents"] = ["Trading"],
        ["Journal"] = ["Trading"],
        ["Feeds"] = ["Trading", "Protocols"],
        ["Markets"] = ["Trading", "Matching", "Agents", "Journal"],
        ["Sinks"] = ["Trading", "Journal"],
        ["Analysis"] = ["Trading", "Journal", "Feeds"],
        ["Client"] = ["Trading", "Protocols", "Agents"],
        ["Simulation"] = ["Trading", "Matching", "Agents", "Journal", "Markets", "Feeds"],
        ["Exchange"] = ["Trading", "Matching", "Protocols", "Agents", "Journal", "Markets", "Feeds"],
        ["Experiments"] = ["Trading", "Agents", "Journal", "Markets", "Simulation", "Exchange"],
        ["Cluster"] = ["Trading", "Journal", "Sinks", "Analysis", "Simulation"],
        ["Gym"] = ["Trading", "Agents", "Markets", "Simulation"],
        ["Verification"] = ["Trading", "Matching", "Agents", "Journal", "Markets", "Analysis", "Simulation"],
    };

    static readonly string[] MayReferenceAll = ["Cli"];

    static readonly string[] TakeNoPackage =
        ["Trading", "Matching", "Protocols", "Agents", "Journal", "Feeds", "Markets"];

    public static TheoryData<string> Projects => [.. HouseAssembly.Projects];

    public static TheoryData<string> ProjectsWithoutPackages =>
        [.. HouseAssembly.Projects.Where(project => TakeNoPackage.Contains(ShortNameOf(project)))];

    [Theory, MemberData(nameof(Projects))]
    public void A_project_references_only_what_the_architecture_allows(string project)
    {
        string name = ShortNameOf(project);
        if (MayReferenceAll.Contains(name))
            return;

        Assert.True(MayReference.TryGetValue(name, out string[]? allowed),
            $"{project} does not stand in the table: a further project needs an ADR that names the rule it enforces.");

        string[] forbidden =
        [
            .. HouseAssembly.ReferencesOf(project)
                .Where(reference => reference.StartsWith("Rialto.", StringComparison.Ordinal) || reference == "rialto")
                .Where(reference => !allowed.Contains(ShortNameOf(reference))),
        ];
        Assert.True(forbidden.Length == 0, $"{project} may not reference {string.Join(", ", forbidden)}.");
    }

    [Theory, MemberData(nameof(ProjectsWithoutPackages))]
    public void A_project_of_the_lower_layers_takes_no_package(string project)
    {
        string[] packages =
        [
            .. HouseAssembly.ReferencesOf(project)
                .Where(reference => !reference.StartsWith("Rialto.", StringComparison.Ordinal))
                .Where(reference => !HouseAssembly.IsFramework(reference)),
        ];
        Assert.True(packages.Length == 0, $"{project} takes no package, but references {string.Join(", ", packages)}.");
    }

    [Fact]
    public void The_framework_is_told_from_packages()
    {
        Assert.True(HouseAssembly.IsFramework("System.Collections"));
        Assert.False(HouseAssembly.IsFramework("FsCheck"));
    }

    [Fact]
    public void References_in_the_table_go_down_only()
    {
        List<string> above = [.. MayReference.Keys];
        while (above.Count > 0)
        {
            string? bottom = above.Find(name => !MayReference[name].Any(above.Contains));
            Assert.True(bottom is not null, $"These reference each other in a circle: {string.Join(", ", above)}.");
            above.Remove(bottom);
        }
    }

    [Fact]
    public void The_table_is_the_one_that_the_decision_shows()
    {
        IEnumerable<string> written = MayReference.Select(row => $"{row.Key}: {string.Join(", ", row.Value)}");
        IEnumerable<string> shown = File.ReadLines(Repository.PathOf("docs/adr/0007-projects-and-their-walls.md"))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells is ["", not ("project" or "Cli"), not "---", ""] && !cells[1].StartsWith('-'))
            .SelectMany(cells => cells[1].Split(", ").Select(project => $"{project}: {cells[2].Trim('–')}"));

        Assert.Equal(written.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    static string ShortNameOf(string project) => project["Rialto.".Length..];
}
