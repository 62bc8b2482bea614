namespace Rialto.Tests.Simulation;

/// <summary>A folder for the files of one test, removed after it.</summary>
sealed class TemporaryFolder : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rialto-tests-");

    public string Path => _folder.FullName;

    /// <returns>The path of the file written.</returns>
    public string Write(string name, string text)
    {
        string path = PathOf(name);
        File.WriteAllText(path, text);
        return path;
    }

    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
