namespace Rialto.Acceptance;

public sealed class InstallationTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("simulate", "random-traders.yaml")]
    [InlineData("verify", "roll", "--quick")]
    public void A_missing_assembly_is_not_taken_for_a_missing_scenario(params string[] arguments)
    {
        foreach (
            string file in Directory.EnumerateFiles(Repository.PathOf("artifacts", "bin", "Rialto.Cli", "release")))
            File.Copy(file, _folder.PathOf(Path.GetFileName(file)));
        File.Delete(_folder.PathOf("YamlDotNet.dll"));
        File.Copy(Repository.Scenario("random-traders"), _folder.PathOf("random-traders.yaml"));

        Command command = new(Command.Dotnet, [_folder.PathOf("rialto.dll"), .. arguments]) { Folder = _folder.Path };
        Outcome outcome = command.Run();

        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith(
            $"rialto: YamlDotNet.dll is missing from {_folder.Path}", outcome.Complaint, StringComparison.Ordinal);
    }
}
