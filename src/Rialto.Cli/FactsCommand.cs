using System.CommandLine;
using System.Text;
using Rialto.Analysis;
using Rialto.Simulation;
using Rialto.Sinks;
using Spectre.Console;

namespace Rialto.Cli;

/// <summary>
/// <c>rialto facts RUN… --tape FILE</c>: which stylized facts markets show, simulated ones beside real ones.
/// </summary>
static class FactsCommand
{
    static readonly Argument<string[]> Runs = new("run")
    {
        Description =
            "The folder of a run, which is run again from its scenario and seed; or a scenario file. May be repeated.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    static readonly Option<string[]> Tapes = new("--tape")
    {
        Description =
            "A real market beside them: a LOBSTER message file, or trade ticks as Lean keeps them. May be repeated.",
        HelpName = "file",
    };

    static readonly OutOption Out = new(
        "Where the page is written. Default: facts.html in the first run's folder, else a new file below runs/facts/.",
        "file");

    static readonly Option<bool> Json = new("--json")
    {
        Description = "Print the scorecard as JSON, and write a page only if --out asks for it.",
    };

    static readonly AgentsOption Agents = new("An assembly with the agents that a scenario names. May be repeated.");

    public static Command Create()
    {
        Command command = new("facts", "Judge markets by the stylized facts of finance, side by side with real ones.")
        {
            Runs, Tapes, Out, Json, Agents,
        };
        command.SetAction(Run);
        return command;
    }

    static int Run(ParseResult options)
    {
        string[] runs = options.GetValue(Runs) ?? [];
        string[] tapes = options.GetValue(Tapes) ?? [];
        if (runs.Length + tapes.Length == 0)
            throw new RunFolderException("facts: name the folder of a run, a scenario file or a --tape.");

        AgentKinds kinds = Agents.Kinds(options);

        using StopRequest stop = new();
        List<ObservedMarket> markets = [];
        List<string> notes = [];
        foreach (string run in runs)
        {
            if (ObservedRun.Of(run, kinds, stop, notes) is not { } market)
                return ExitCode.Interrupted;

            markets.Add(market);
        }

        markets.AddRange(tapes.Select(ObservedTape.Of));
        Scorecard scorecard = Scorecard.Of(markets);
        if (scorecard.Columns.Count == 0)
            throw new RunFailedException("facts: nothing happened in any of these markets.");

        bool isJson = options.GetValue(Json);
        string? page = options.GetValue(Out) ?? (isJson ? null : DefaultPage(runs));
        CommandText command = new CommandText(["facts", .. runs])
            .With("--tape", tapes).With("--agents", Agents.Files(options)).WithAny("--out", options.GetValue(Out));
        if (page is not null)
            Write(page, FactsPage.Of(scorecard, command.ToString(), RunOutput.Version));
        if (isJson)
            Console.WriteLine(scorecard.ToJson().ToText());
        else
            Show(scorecard, notes, page!);

        return ExitCode.Done;
    }

    static void Show(Scorecard scorecard, List<string> notes, string page)
    {
        Screen.Prepare();
        Table table = PlainTable.Empty();
        table.AddColumn(PlainTable.Column("fact").PadLeft(2));
        table.AddColumn(PlainTable.Column("reference"));
        foreach (string column in scorecard.Columns)
            table.AddColumn(PlainTable.Column(column));

        foreach (ScorecardLine line in scorecard.Lines)
            table.AddRow([new Text(line.Name), PlainTable.Faint(line.Reference), .. line.Outcomes.Select(Cell)]);

        table.AddEmptyRow();
        table.AddRow([
            new Text("Facts that hold"), new Text(""),
            .. Enumerable.Range(0, scorecard.Columns.Count).Select(column =>
                PlainTable.Bold($"{scorecard.Holding(column)} of {scorecard.Judged(column)}"))]);
        AnsiConsole.WriteLine();
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine();
        foreach (string note in notes)
            Console.WriteLine("  " + note);

        Console.WriteLine($"  Page: {page}");
    }

    static Text Cell(FactOutcome outcome)
    {
        string number = ScorecardLine.TextOf(outcome);
        return outcome.Verdict switch
        {
            Verdict.Holds => new Text($"{number} ✓"),
            Verdict.Fails => PlainTable.Bold($"{number} ✗ fails"),
            _ => PlainTable.Faint(outcome.Value is null ? number : $"{number} (not judged)"),
        };
    }

    static string DefaultPage(string[] runs)
    {
        if (runs.FirstOrDefault(Directory.Exists) is { } folder)
            return Path.Combine(folder, "facts.html");

        return RunPaths.New("facts") + ".html";
    }

    static void Write(string path, string html)
    {
        try
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
                Directory.CreateDirectory(folder);
            File.WriteAllText(path, html, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableFileException($"the page cannot be written: {refused.Message}");
        }
    }
}
