using System.CommandLine;
using System.Globalization;
using Rialto.Sinks;
using Spectre.Console;

namespace Rialto.Cli;

/// <summary><c>rialto runs</c>: lists the runs that were kept.</summary>
static class RunsCommand
{
    static readonly Argument<string> Root = new("folder")
    {
        Description = "Where to look, with all folders below it.",
        DefaultValueFactory = _ => RunPaths.Root,
    };

    public static Command Create()
    {
        Command command = new("runs", "List the runs kept below a folder.") { Root };
        command.SetAction(Run);
        return command;
    }

    static int Run(ParseResult options)
    {
        string root = options.GetRequiredValue(Root);
        if (!Directory.Exists(root))
        {
            throw new RunFolderException(
                $"{root}: there is no such folder; runs are kept below 'runs' unless --out says otherwise.");
        }

        IReadOnlyList<RunSummary> runs = RunCatalog.List(root);
        Screen.Prepare();
        Table table = PlainTable.Of("run", "status", "seed", "events", "seconds", "folder");
        table.Columns[2].RightAligned();
        table.Columns[3].RightAligned();
        table.Columns[4].RightAligned();

        foreach (RunSummary run in runs)
        {
            table.AddRow(
                new Text(run.Name ?? "?"), new Text(run.Status ?? run.Problem ?? "?"), new Text(Of(run.Seed)),
                new Text(Of(run.Events)),
                new Text(run.WallSeconds?.ToString("0.00", CultureInfo.InvariantCulture) ?? ""), new Text(run.Path));
        }

        AnsiConsole.Write(table);
        return ExitCode.Done;
    }

    static string Of<T>(T? number) where T : struct, IFormattable =>
        number?.ToString(null, CultureInfo.InvariantCulture) ?? "";
}
