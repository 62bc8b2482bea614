using Rialto.Sinks;

namespace Rialto.Tests.Sinks;

public sealed class RunFolderTests : IDisposable
{
    readonly string _root = System.IO.Directory.CreateTempSubdirectory("rialto-runs-").FullName;

    public void Dispose() => System.IO.Directory.Delete(_root, recursive: true);

    [Fact]
    public void The_manifest_says_running_until_the_end_replaces_it()
    {
        RunFolder folder = RunFolder.Create(
            PathOf("a/b"),
            new() { ["name"] = "two markets <&>", ["seed"] = ulong.MaxValue, ["status"] = "ours to say" });
        Assert.Equal(
            """
            {
              "status": "running",
              "name": "two markets <&>",
              "seed": 18446744073709551615
            }

            """,
            File.ReadAllText(folder.PathOf("manifest.json")));

        folder.Manifest["events"] = 12;
        folder.End(RunStatus.Complete);

        RunSummary run = Assert.Single(RunCatalog.List(_root));
        Assert.Equal(new RunSummary("a/b", "two markets <&>", "complete", ulong.MaxValue, 12, null, null, null), run);
        Assert.Equal(["manifest.json"], System.IO.Directory.GetFiles(folder.Path).Select(file =>
            System.IO.Path.GetFileName(file)));
    }

    [Fact]
    public void A_folder_that_holds_something_is_refused_in_one_line()
    {
        System.IO.Directory.CreateDirectory(PathOf("empty"));
        RunFolder.Create(PathOf("empty"), []);
        File.WriteAllText(PathOf("file"), "");

        foreach (string taken in (string[])["empty", "file", "file/below"])
        {
            RunFolderException refused = Assert.Throws<RunFolderException>(() => RunFolder.Create(PathOf(taken), []));
            Assert.StartsWith(
                $"The run cannot be kept in '{PathOf(taken)}': ", refused.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', refused.Message);
        }
    }

    [Fact]
    public void A_file_of_a_run_is_made_once()
    {
        RunFolder folder = RunFolder.Create(PathOf("run"), []);
        using (FileStream file = folder.CreateFile("trades.csv"))
            file.Write("sequence\n"u8);

        Assert.Equal("sequence\n", File.ReadAllText(folder.PathOf("trades.csv")));
        Assert.Throws<IOException>(() => folder.CreateFile("trades.csv"));
    }

    [Fact]
    public void The_catalogue_lists_runs_at_every_depth_and_names_those_it_cannot_read()
    {
        Write("z", """{ "status": "failed", "seed": "17", "events": 3, "wallSeconds": 0.25, "started": "2026-03-01T12:00:00Z" }""");
        Write("sweep", """{ "name": "a sweep" }""");
        Write("sweep/1/deep", """{ "seed": -4, "events": [1], "name": null, "started": "yesterday" }""");
        Write("broken", "{\n \"name\": ");
        Write("list", "[]");
        Write("twice", """{ "name": "a", "name": "b" }""");

        DateTimeOffset noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal(
        [
            new RunSummary("broken", null, null, null, null, null, null, "the manifest is not JSON: line 2"),
            new RunSummary("list", null, null, null, null, null, null, "the manifest is not an object"),
            new RunSummary("sweep", "a sweep", null, null, null, null, null, null),
            new RunSummary("sweep/1/deep", null, null, null, null, null, null, null),
            new RunSummary("twice", null, null, null, null, null, null, "the manifest names a key twice"),
            new RunSummary("z", null, "failed", 17, 3, 0.25, noon, null),
        ], RunCatalog.List(_root));
    }

    [Fact]
    public void A_root_that_is_missing_holds_no_runs() => Assert.Empty(RunCatalog.List(PathOf("missing")));

    string PathOf(string name) => System.IO.Path.Combine(_root, name);

    void Write(string run, string manifest)
    {
        System.IO.Directory.CreateDirectory(PathOf(run));
        File.WriteAllText(System.IO.Path.Combine(PathOf(run), "manifest.json"), manifest);
    }
}
