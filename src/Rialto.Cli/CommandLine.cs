using System.CommandLine;
using Rialto.Analysis;
using Rialto.Feeds;
using Rialto.Markets;
using Rialto.Simulation;
using Rialto.Sinks;
using Rialto.Trading;

namespace Rialto.Cli;

/// <summary>The command <c>rialto</c>: its commands, and how what goes wrong reaches the user.</summary>
static class CommandLine
{
    public static int Run(string[] args)
    {
        RootCommand root = new(
            "A market laboratory: run a whole financial market in virtual time, or replay a real one.")
        {
            SimulateCommand.Create(),
            ReplayCommand.Create(),
            RunFlowCommand.Create(),
            SweepCommand.Create(),
            CalibrateCommand.Create(),
            FactsCommand.Create(),
            RunsCommand.Create(),
            BranchCommand.Create(),
            CompareCommand.Create(),
            VerifyCommand.Create(),
            AgentsCommand.Create(),
        };

        // No path, value or word is ever empty: a script's variable was.
        if (args.Contains(""))
            return Complain("one of the words of the command is empty. Try: rialto --help", ExitCode.BadInput);

        ParseResult parsed = root.Parse(args);
        if (parsed.UnmatchedTokens is [string unknown, ..])
            return Complain($"'{unknown}' is not a command or option here. Try: rialto --help", ExitCode.BadInput);
        if (parsed.Errors.Count > 0)
            return Complain(parsed.Errors[0].Message + " Try: rialto --help", ExitCode.BadInput);

        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception refused)
            when (refused is ScenarioException or FeedException or RunFolderException or UnreadableFileException)
        {
            return Complain(refused.Message, ExitCode.BadInput);
        }
        catch (Exception failed) when (failed is RunFailedException or CalibrationException or MarketException
            or MonitorException or InvariantException)
        {
            return Complain(failed.Message, ExitCode.Failed);
        }
        catch (FileNotFoundException missing) when (NameOfAssembly(missing) is { } name)
        {
            return Complain(
                $"{name}.dll is missing from {AppContext.BaseDirectory}: install or build rialto again.",
                ExitCode.Failed);
        }
    }

    /// <summary>
    /// The assembly that the runtime has not found; null if it is any other file, whose name is a path.
    /// </summary>
    static string? NameOfAssembly(FileNotFoundException missing) =>
        missing.FileName?.Split(", Version=") is [string name, _] ? name : null;

    static int Complain(string message, int exitCode)
    {
        Console.Error.WriteLine("rialto: " + message.ReplaceLineEndings(" "));
        return exitCode;
    }
}

/// <summary>A file named on the command line that is not there, or not ours to read.</summary>
sealed class UnreadableFileException(string message) : Exception(message);

/// <summary>A run that began and could not be finished.</summary>
sealed class RunFailedException(string message) : Exception(message);
