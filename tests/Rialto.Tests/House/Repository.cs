namespace Rialto.Tests.House;

/// <summary>The files of the repository that these tests were built from.</summary>
static class Repository
{
    static readonly string[] NotOurs =
        [".git", ".vs", ".idea", "artifacts", "runs", "packages", "node_modules", "dist", "bin", "obj", "__pycache__",
            ".venv"];

    public static string Root { get; } = FindRoot();

    /// <summary>Every file that belongs to the repository, relative to its root, in ordinal order.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [.. Walk(Root).Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/')).Order(
            StringComparer.Ordinal)];

    /// <summary>Every scenario that ships: one run each, unlike the sweeps and calibrations beside them.</summary>
    public static IEnumerable<string> Scenarios =>
        YamlBelow("scenarios/").Except([.. YamlBelow("scenarios/sweeps/"), .. YamlBelow("scenarios/calibration/")]);

    /// <summary>The YAML files below a folder.</summary>
    public static IEnumerable<string> YamlBelow(string folder) => Files.Where(
        file => file.StartsWith(folder, StringComparison.Ordinal) && file.EndsWith(".yaml", StringComparison.Ordinal));

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    static IEnumerable<string> Walk(string folder) =>
        Directory.EnumerateFiles(folder).Where(path => Path.GetFileName(path) != ".git")
            .Concat(Directory.EnumerateDirectories(folder)
                .Where(path => !NotOurs.Contains(Path.GetFileName(path)))
                .SelectMany(Walk));

    static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Rialto.slnx")))
            folder = folder.Parent;

        return folder?.FullName
            ?? throw new InvalidOperationException($"No Rialto.slnx above {AppContext.BaseDirectory}.");
    }
}
