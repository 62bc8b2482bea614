using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rialto.Sinks;

/// <summary>The directory of one run: its manifest, and the files that its sinks fill.</summary>
/// <remarks>
/// <c>manifest.json</c> says <c>"status": "running"</c> until <see cref="End"/> replaces it, at once and as a whole:
/// who reads it sees either the old one or the new one, also after a crash.
/// </remarks>
public sealed class RunFolder
{
    public const string ManifestName = "manifest.json";

    const int BufferSize = 1 << 16;

    static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    RunFolder(string path, JsonObject manifest) => (Path, Manifest) = (path, manifest);

    /// <summary>The directory, as it was given.</summary>
    public string Path { get; }

    /// <summary>What its manifest will say at the end, but for the status.</summary>
    public JsonObject Manifest { get; }

    /// <summary>Makes the directory, or takes an empty one, and writes its first manifest.</summary>
    /// <param name="path">The directory; those above it are made where they are missing.</param>
    /// <param name="manifest">
    /// What is known at the start; more may be added until the end. Its status is set here.
    /// </param>
    /// <exception cref="RunFolderException">The directory holds something, or cannot be made.</exception>
    public static RunFolder Create(string path, JsonObject manifest)
    {
        if (File.Exists(path))
            throw new RunFolderException($"The run cannot be kept in '{path}': it is a file.");

        RunFolder folder = new(path, manifest);
        try
        {
            if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
            {
                throw new RunFolderException(
                    $"The run cannot be kept in '{path}': it is not empty. Choose another folder.");
            }

            Directory.CreateDirectory(path);
            folder.Write(RunStatus.Running);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new RunFolderException($"The run cannot be kept in '{path}': {refused.Message}");
        }

        return folder;
    }

    /// <summary>A new file of the run.</summary>
    /// <param name="name">For example <c>trades.csv</c>. It must not exist.</param>
    public FileStream CreateFile(string name) =>
        new(PathOf(name), FileMode.CreateNew, FileAccess.Write, FileShare.Read, BufferSize);

    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Replaces the manifest by the final one.</summary>
    public void End(RunStatus status) => Write(status);

    /// <summary>Replaces the manifest by one that says why there is no more in the folder.</summary>
    public void Fail(string reason)
    {
        Manifest["reason"] = reason;
        End(RunStatus.Failed);
    }

    void Write(RunStatus status)
    {
        // Of two runs that begin in one folder at once, the second finds the first one's file and is refused.
        bool isFirst = status == RunStatus.Running;
        JsonObject written = (JsonObject)Manifest.DeepClone();
        written.Remove("status");
        written.Insert(0, "status", Words<RunStatus>.All[(int)status]);

        string temporary = PathOf(ManifestName + ".part");
        using (FileStream file = new(temporary, isFirst ? FileMode.CreateNew : FileMode.Create, FileAccess.Write))
        {
            file.Write(Encoding.UTF8.GetBytes(written.ToJsonString(Readable) + "\n"));
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, PathOf(ManifestName), overwrite: !isFirst);
    }
}
