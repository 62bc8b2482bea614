namespace Rialto.Tests.Feeds;

/// <summary>
/// The folder of recorded market data: <c>RIALTO_DATA</c>, or <c>../shared/data</c> beside the repository.
/// </summary>
static class RecordedData
{
    /// <summary>Null where there is none.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>The only file of a folder whose name contains a word.</summary>
    public static string Single(string folder, string word) =>
        Assert.Single(Directory.GetFiles(Path.Combine(Folder!, folder), $"*{word}*"));

    static string? Find()
    {
        string? folder = Environment.GetEnvironmentVariable("RIALTO_DATA");
        if (string.IsNullOrEmpty(folder) && RepositoryRoot() is { } root)
            folder = Path.Combine(root.FullName, "..", "shared", "data");

        return Directory.Exists(folder) ? folder : null;
    }

    static DirectoryInfo? RepositoryRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Rialto.slnx")))
            folder = folder.Parent;

        return folder;
    }
}
