using System.CommandLine;
using System.Text.Json.Nodes;
using Rialto.Analysis;
using Rialto.Feeds;
using Rialto.Simulation;
using Rialto.Sinks;
using Rialto.Trading;

namespace Rialto.Cli;

/// <summary><c>rialto replay lobster MESSAGE.csv</c>: shows a recorded market as if it were one of ours.</summary>
static class ReplayCommand
{
    static readonly Argument<string> Messages = new("messages") { Description = "A LOBSTER message file (CSV)." };

    static readonly Option<string?> Book = new("--orderbook")
    {
        Description = "The order-book file that belongs to it: gives the starting book, and checks the best quotes "
            + "after every message.",
        HelpName = "file",
    };

    static readonly OutOption Out = new("The run's folder, absent or empty. Default: a new one below runs/.");

    public static Command Create()
    {
        Command lobster = new("lobster", "Replay a LOBSTER tape (lobsterdata.com).") { Messages, Book, Out };
        lobster.SetAction(Run);
        return new Command("replay", "Show a recorded market: its book, trades and measures; or repeat a run from "
            + "its journal.") { lobster, ReplayJournalCommand.Create() };
    }

    static int Run(ParseResult options)
    {
        string messages = options.GetRequiredValue(Messages);
        string? book = options.GetValue(Book);
        using LobsterReplay tape = Open(messages, book);
        string symbol = LobsterFileName.TryParse(messages, out LobsterFileName? file) ? file.Symbol : "TAPE";
        string name = $"lobster-{symbol}";
        string command = new CommandText("replay", "lobster", messages).WithAny("--orderbook", book).ToString();
        RunFolder folder = RunManifest.Begin(options.GetValue(Out), name, seed: null, command, configuration: "");

        using StopRequest stop = new();
        ReportHeading heading = new(
            name, tape.QuotesArePartial
                ? "A recorded market; quotes are partial, for want of an order-book file."
                : "A recorded market.",
            "LOBSTER, lobsterdata.com", null, RunOutput.Version, command);
        using RunOutput output = new(
            folder, heading, TapeMarket.DirectoryOf(symbol),
            new Horizon(tape.Extent.First, tape.Extent.Last + new Duration(1)),
            [Recording.Events, Recording.Trades, Recording.Quotes, Recording.Candles], Duration.FromSeconds(1));
        output.Log.Write("run", $"started: {command}");

        try
        {
            TapePlayer player = new(tape, output.Listeners);
            Screen.Watch(() => !stop.IsAsked && player.Advance(), () =>
                (player.Messages / (double)tape.Extent.Messages, player.Events));

            bool isComplete = player.IsAtEnd;
            RunResult result = output.End(
                isComplete ? RunStatus.Complete : RunStatus.Stopped,
                new JsonObject { ["messages"] = player.Messages }, ("replay", FiguresOf(tape)));
            Screen.ShowCard($"{symbol} · LOBSTER · {tape.Extent.Messages} messages", result, NotesOn(tape));
            return isComplete ? ExitCode.Done : ExitCode.Interrupted;
        }
        catch (Exception failed) when (failed is FeedException or InvariantException or IOException)
        {
            output.Fail(failed.Message);
            if (failed is FeedException)
                throw;

            throw new RunFailedException($"the replay failed: {failed.Message} (kept in {folder.Path})");
        }
    }

    static LobsterReplay Open(string messages, string? book)
    {
        foreach (string? file in (ReadOnlySpan<string?>)[messages, book])
        {
            if (Directory.Exists(file))
                throw new UnreadableFileException($"{file}: this is a folder, expected a file.");
            if (file is not null && !File.Exists(file))
                throw new UnreadableFileException($"{file}: there is no such file.");
        }

        try
        {
            return new LobsterReplay(messages, book);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableFileException(unreadable.Message);
        }
    }

    static JsonObject FiguresOf(LobsterReplay tape)
    {
        JsonObject figures = [];
        foreach (TapeFigure figure in tape.Counts.Figures())
            figures[figure.Name] = figure.Value;

        figures["quotesArePartial"] = tape.QuotesArePartial;
        figures["firstDisagreement"] = tape.Counts.FirstDisagreement?.ToString();
        return figures;
    }

    static List<string> NotesOn(LobsterReplay tape)
    {
        LobsterCounts counts = tape.Counts;
        List<string> notes = [tape.QuotesArePartial
            ? "Quotes are partial: without an order-book file only orders entered on the tape are known."
            : $"Best quotes agree with the order-book file after {counts.BestQuotesAgreed} of "
                + $"{counts.BestQuotesChecked} messages; "
                + $"{counts.LevelsRevealed} levels came into view at the far edge."];
        if (counts.FirstDisagreement is { } first)
            notes.Add($"The first disagreement: {first}");

        notes.AddRange(counts.Figures()
            .Where(figure => figure.Value > 0 && figure.Name.Contains("nknown", StringComparison.Ordinal))
            .Select(figure => $"{figure.Value}: {figure.Meaning}"));
        return notes;
    }
}
