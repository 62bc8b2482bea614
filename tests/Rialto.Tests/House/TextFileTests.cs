using System.Text;
using System.Text.RegularExpressions;

namespace Rialto.Tests.House;

/// <summary>What stands in the repository reads the same for everybody, everywhere.</summary>
public sealed partial class TextFileTests
{
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Other people's files, kept byte for byte as they were published.</summary>
    static readonly string[] OthersFiles = ["tests/data/", "scenarios/leeps/"];

    static IEnumerable<string> OurTextFiles => Repository.Files
        .Where(path => !OthersFiles.Any(folder => path.StartsWith(folder, StringComparison.Ordinal)))
        .Where(path => !IsBinary(path));

    // Put together here, so that this file does not find itself.
    [GeneratedRegex("""\b(?:TO)(?:DO)\b|\b(?:FIX)(?:ME)\b""")]
    private static partial Regex Reminder { get; }

    [GeneratedRegex("""(?<![\w.\-/])/(?:work|root|home|Users)/\w|\b[A-Z]:\\Users""")]
    private static partial Regex MachinePath { get; }

    [GeneratedRegex("""\b(?:registry\.npmjs|registry\.yarnpkg|api\.nuget|proxy\.golang)\.\w+|\b(?:artifactory|nexus|jfrog)\.\w+""")]
    private static partial Regex RegistryHost { get; }

    [Fact]
    public void Text_files_are_utf_8_with_line_feeds_and_end_with_one()
    {
        List<string> offences = [];
        foreach (string path in OurTextFiles)
        {
            byte[] bytes = File.ReadAllBytes(Repository.PathOf(path));
            if (bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble))
                offences.Add($"{path} begins with a byte order mark");
            if (bytes.Contains((byte)'\r'))
                offences.Add($"{path} contains a carriage return");
            if (bytes.Length > 0 && !IsWrittenByATool(path) && bytes[^1] != (byte)'\n')
                offences.Add($"{path} does not end with a line feed");
            if (!IsUtf8(bytes))
                offences.Add($"{path} is not UTF-8");
        }

        HouseRule.Holds(offences);
    }

    [Fact]
    public void Nothing_is_left_for_later() => HouseRule.Holds(LinesWith(Reminder));

    [Fact]
    public void No_file_knows_a_machine_or_a_package_registry() =>
        HouseRule.Holds(LinesWith(MachinePath).Concat(LinesWith(RegistryHost)));

    [Fact]
    public void The_patterns_of_this_test_find_what_they_are_for()
    {
        Assert.Matches(Reminder, "// " + "TO" + "DO: later");
        Assert.Matches(MachinePath, "see " + "/ho" + "me/somebody/notes");
        Assert.DoesNotMatch(MachinePath, "https://example.org/work/today");
        Assert.Matches(RegistryHost, "https://" + "registry." + "npmjs.org/vite");
    }

    [Fact]
    public void Lock_files_name_packages_and_not_where_they_came_from()
    {
        IEnumerable<string> offences = Repository.Files
            .Where(path => Path.GetFileName(path) is "packages.lock.json" or "package-lock.json")
            .SelectMany(path => LinesOf(path).Where(line => line.Text.Contains("://", StringComparison.Ordinal)))
            // npm also notes where an author takes donations.
            .Where(line => !(line.Path.EndsWith("package-lock.json", StringComparison.Ordinal)
                && line.Text.TrimStart().StartsWith("\"url\":", StringComparison.Ordinal)))
            .Select(line => line.ToString());

        HouseRule.Holds(offences);
    }

    [Fact]
    public void Every_command_that_the_readme_prints_is_a_program_of_the_repository()
    {
        string[] programs =
        [
            .. LinesOf("README.md").Select(line => line.Text.Trim())
                .Where(text => text.StartsWith("./", StringComparison.Ordinal))
                .Select(text => text.Split(' ')[0])
                .Distinct(),
        ];

        Assert.Contains("./rialto", programs);
        Assert.Contains("./test", programs);
        HouseRule.Holds(programs.Where(program => !IsExecutable(Repository.PathOf(program))));
    }

    static bool IsExecutable(string path) =>
        File.Exists(path)
            && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & UnixFileMode.UserExecute) != 0);

    static IEnumerable<string> LinesWith(Regex pattern) =>
        OurTextFiles.SelectMany(LinesOf).Where(line => pattern.IsMatch(line.Text)).Select(line => line.ToString());

    static IEnumerable<Line> LinesOf(string path) =>
        File.ReadAllLines(Repository.PathOf(path)).Select((text, index) => new Line(path, index + 1, text));

    static bool IsBinary(string path)
    {
        byte[] start = new byte[8192];
        using FileStream file = File.OpenRead(Repository.PathOf(path));
        int length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return start.AsSpan(0, length).Contains((byte)0);
    }

    /// <summary>NuGet writes no line feed after the last line.</summary>
    static bool IsWrittenByATool(string path) => path.EndsWith("packages.lock.json", StringComparison.Ordinal);

    static bool IsUtf8(byte[] bytes)
    {
        try
        {
            Strict.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    readonly record struct Line(string Path, int Number, string Text)
    {
        public override string ToString() => $"{Path}:{Number}: {Text.Trim()}";
    }
}
