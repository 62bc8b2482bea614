using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Rialto.Tests.Sinks;

/// <summary>A Parquet file on disk, read by hyparquet in Node: a reader that shares no code with our writer.</summary>
sealed class ParquetFile : IDisposable
{
    readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".parquet");

    public FileStream Create() => new(_path, FileMode.CreateNew);

    public byte[] Bytes() => File.ReadAllBytes(_path);

    public IReadOnlyList<JsonObject> Rows() => Run();

    public JsonObject About() => Assert.Single(Run("--about"));

    public void Dispose() => File.Delete(_path);

    List<JsonObject> Run(params string[] options)
    {
        string readers = Path.Combine(RepositoryRoot(), "tests", "readers");
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(readers, "node_modules", "hyparquet")),
            "hyparquet is not installed: run `npm ci` in tests/readers");

        ProcessStartInfo start = new("node", [Path.Combine(readers, "read-parquet.mjs"), _path, .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process node = Start(start);
        Task<string> complaints = node.StandardError.ReadToEndAsync();
        List<JsonObject> rows = [];
        while (node.StandardOutput.ReadLine() is { } line)
            rows.Add(JsonNode.Parse(line)!.AsObject());

        node.WaitForExit();
        Assert.True(node.ExitCode == 0, complaints.GetAwaiter().GetResult());
        return rows;
    }

    static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("node is not installed, so there is no second reader of Parquet");
            throw;
        }
    }

    static string RepositoryRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Rialto.slnx")))
            folder = folder.Parent;

        Assert.SkipWhen(folder is null, "the tests do not run inside the repository, where the reader is");
        return folder!.FullName;
    }
}
