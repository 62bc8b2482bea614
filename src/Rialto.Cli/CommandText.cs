namespace Rialto.Cli;

/// <summary>A command of ours as it is typed: what manifests and reports say that they were made by.</summary>
sealed class CommandText(params IReadOnlyList<string> words)
{
    readonly List<string> _words = ["./rialto", .. words];

    /// <summary>Adds an option once for each of its values: not at all where there are none.</summary>
    public CommandText With(string option, params IReadOnlyList<string> values)
    {
        foreach (string value in values)
            _words.AddRange([option, value]);

        return this;
    }

    /// <summary>Adds an option unless nobody gave it.</summary>
    public CommandText WithAny(string option, string? value) => value is null ? this : With(option, value);

    public override string ToString() => string.Join(' ', _words.Select(Quote));

    /// <summary>A word as a shell takes it.</summary>
    static string Quote(string word) =>
        word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_./=:,".Contains(letter))
            ? word
            : "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
