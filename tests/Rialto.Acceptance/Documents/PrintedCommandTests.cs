using System.Text.RegularExpressions;

namespace Rialto.Acceptance;

/// <summary>
/// Every command that a document prints does what it says, in a folder where nothing was done before.
/// </summary>
public sealed partial class PrintedCommandTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/scenarios.md")]
    [InlineData("docs/measures.md")]
    public void Every_command_of_the_document_succeeds(string document)
    {
        string[] commands =
        [
            .. CodeBlock.In(document).Where(block => block.Language.Length == 0)
                .SelectMany(block => block.Text.Split('\n'))
                .Where(line => line.StartsWith("./", StringComparison.Ordinal)),
        ];
        Assert.NotEmpty(commands);

        // Beside the repository's own files, those that a reader is expected to have.
        foreach (string name in (string[])["rialto", "scenarios", "samples"])
            File.CreateSymbolicLink(_folder.PathOf(name), Repository.PathOf(name));
        _folder.Write("parameters.yaml", "session_duration: 2\ninitial_price: 1000000\nlambdaI: [0.1, 0.1]\n");
        _folder.Write("AAPL_2012-06-21_34200000_57600000_message_10.csv", TapePair.Messages);

        // The tests do not start themselves.
        foreach (string command in commands.Where(command => command != "./test"))
        {
            string[] words = [.. Word.Matches(command).Select(word => word.Value.Trim('"', '\''))];
            (new Command(_folder.PathOf(words[0][2..]), words[1..]) { Folder = _folder.Path }).Succeed();
        }

        string sweeps = Path.Combine("runs", "sweeps");
        string[] kept = [.. Directory.GetFiles(_folder.PathOf("runs"), "manifest.json", SearchOption.AllDirectories)
            .Where(path => !path.Contains(sweeps, StringComparison.Ordinal))];
        Assert.Equal(
            commands.Count(command => command.Contains(" simulate ", StringComparison.Ordinal)
                || command.Contains(" branch ", StringComparison.Ordinal)
                || command.Contains(" replay lobster ", StringComparison.Ordinal)),
            kept.Length);
        Assert.All(kept, manifest => Assert.Equal("complete", new KeptRun(Path.GetDirectoryName(manifest)!).Status));
    }

    public void Dispose() => _folder.Dispose();

    [GeneratedRegex("\"[^\"]*\"|'[^']*'|\\S+")]
    private static partial Regex Word { get; }
}
