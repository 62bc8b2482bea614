using System.Text;
using Rialto.Sinks;

namespace Rialto.Cli;

/// <summary>
/// The folder of a sweep or a calibration: its ledger, its tables and its report, and the folders of runs that keep
/// something.
/// </summary>
sealed class StudyFolder
{
    StudyFolder(string path) => Path = path;

    public string Path { get; }

    public string Ledger => System.IO.Path.Combine(Path, "ledger.jsonl");

    public string Runs => System.IO.Path.Combine(Path, "runs");

    /// <summary>Makes the folder, or takes one that is empty or has a ledger.</summary>
    public static StudyFolder Open(string path)
    {
        StudyFolder folder = new(path);
        try
        {
            if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path)
                .Any() && !File.Exists(folder.Ledger))
            {
                throw new RunFolderException($"The sweep cannot be kept in '{path}': it holds something that is no "
                    + $"sweep. Choose another folder.");
            }

            Directory.CreateDirectory(path);
            return folder;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new RunFolderException($"The sweep cannot be kept in '{path}': {refused.Message}");
        }
    }

    public RunLedger OpenLedger() => RunLedger.Open(Ledger);

    /// <summary>Puts a file in the place of what was there, as a whole.</summary>
    public void Write(string name, string text)
    {
        string path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path + ".part", text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.Move(path + ".part", path, overwrite: true);
    }
}
