namespace Rialto.Acceptance;

/// <summary>The repository that these tests were built from, and the programs in it.</summary>
static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    public static string Scenario(string name) => PathOf("scenarios", name + ".yaml");

    static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Rialto.slnx")))
            folder = folder.Parent;

        return folder?.FullName
            ?? throw new InvalidOperationException($"No Rialto.slnx above {AppContext.BaseDirectory}.");
    }
}
