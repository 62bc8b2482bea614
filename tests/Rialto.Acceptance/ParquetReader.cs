namespace Rialto.Acceptance;

/// <summary>Reads Parquet files with hyparquet on Node: another program, by other people.</summary>
static class ParquetReader
{
    /// <summary>The rows as JSON objects. Skips the test where the reader is missing.</summary>
    public static IReadOnlyList<string> LinesOf(string path, params IReadOnlyList<string> options)
    {
        string folder = Repository.PathOf("tests", "readers");
        Assert.SkipUnless(IsOnPath("node"), "Node is missing.");
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(folder, "node_modules")),
            "tests/readers is not set up: npm ci, or ./test, does it.");
        return new Command("node", ["read-parquet.mjs", path, .. options]) { Folder = folder }.Succeed().Lines;
    }

    static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder =>
            File.Exists(Path.Combine(folder, program)));
}
