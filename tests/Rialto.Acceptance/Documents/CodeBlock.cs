using System.Text.RegularExpressions;

namespace Rialto.Acceptance;

/// <summary>A piece of code in a document.</summary>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Language">What stands behind the three backticks; empty for an indented block.</param>
/// <param name="Source">The file named by a comment just before it; null if none is.</param>
/// <param name="Text">Without indentation in common.</param>
sealed partial record CodeBlock(string Document, int Line, string Language, string? Source, string Text)
{
    public static IReadOnlyList<CodeBlock> In(string document)
    {
        string[] lines = File.ReadAllLines(Repository.PathOf(document));
        List<CodeBlock> blocks = [];
        for (int i = 0; i < lines.Length; i++)
        {
            int begin = i;
            if (lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                while (!lines[++i].StartsWith("```", StringComparison.Ordinal))
                {
                }

                Match source = SourceComment.Match(begin > 0 ? lines[begin - 1] : "");
                blocks.Add(new CodeBlock(
                    document, begin + 1, lines[begin][3..].Trim(), source.Success ? source.Groups[1].Value : null,
                    string.Join('\n', lines[(begin + 1)..i])));
            }
            else if (lines[i].StartsWith("    ", StringComparison.Ordinal))
            {
                while (i + 1 < lines.Length && lines[i + 1].StartsWith("    ", StringComparison.Ordinal))
                    i++;

                blocks.Add(new CodeBlock(
                    document, begin + 1, "", null, string.Join('\n', lines[begin..(i + 1)].Select(line => line[4..]))));
            }
        }

        return blocks;
    }

    /// <summary>Whether a text contains the block, line by line, however far it is indented.</summary>
    public bool IsIn(string text) => Unindented(text).Contains(Unindented(Text), StringComparison.Ordinal);

    public override string ToString() => $"{Document}:{Line}";

    static string Unindented(string text) =>
        "\n" + string.Join('\n', text.Split('\n').Select(line => line.Trim())).Trim() + "\n";

    [GeneratedRegex("^<!-- ([\\w./-]+) -->$")]
    private static partial Regex SourceComment { get; }
}
