namespace Rialto.Acceptance;

/// <summary>A command as somebody types it.</summary>
sealed record Command(string Program, params IReadOnlyList<string> Arguments)
{
    /// <summary>The <c>dotnet</c> that runs these tests.</summary>
    public static string Dotnet { get; } =
        Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";

    /// <summary>Where it is typed.</summary>
    public string Folder { get; init; } = Repository.Root;

    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary><c>./rialto ARGUMENTS…</c></summary>
    public static Command Rialto(params IReadOnlyList<string> arguments) => new(Repository.PathOf("rialto"), arguments);

    public StartedProgram Start() => new(this);

    public Outcome Run()
    {
        using StartedProgram program = Start();
        return program.Wait();
    }

    /// <summary>Runs it and expects that it succeeds.</summary>
    public Outcome Succeed()
    {
        Outcome outcome = Run();
        Assert.True(
            outcome.ExitCode == 0,
            $"{Program} {string.Join(' ', Arguments)} ended with "
                + $"{outcome.ExitCode}:\n{outcome.Errors}\n{outcome.Output}");
        return outcome;
    }
}

/// <summary>What a command printed, and how it ended.</summary>
sealed record Outcome(int ExitCode, string Output, string Errors)
{
    /// <summary>The only line on standard error.</summary>
    public string Complaint
    {
        get
        {
            Assert.EndsWith("\n", Errors, StringComparison.Ordinal);
            return Assert.Single(Errors[..^1].Split('\n'));
        }
    }

    public IReadOnlyList<string> Lines => Output.TrimEnd('\n').Split('\n');
}
