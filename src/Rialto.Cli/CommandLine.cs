using System.CommandLine;
using Rialto.Feeds;
using Rialto.Simulation;
using Rialto.Sinks;

namespace Rialto.Cli;

/// <summary>The command <c>rialto</c>: its commands, and how what goes wrong reaches the user.</summary>
static class CommandLine
{
    const int Failed = 1;
    const int BadInput = 2;

    public static int Run(string[] args)
    {
        RootCommand root = new("A market laboratory: run a whole financial market in virtual time, or replay a real one.")
        {
            SimulateCommand.Create(),
            ReplayCommand.Create(),
            RunsCommand.Create(),
        };

        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
            return Complain(parsed.Errors[0].Message + " Try: rialto --help", BadInput);

        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception refused) when (refused is ScenarioException or FeedException or RunFolderException)
        {
            return Complain(refused.Message, BadInput);
        }
        catch (RunFailedException failed)
        {
            return Complain(failed.Message, Failed);
        }
    }

    static int Complain(string message, int exitCode)
    {
        Console.Error.WriteLine("rialto: " + message.ReplaceLineEndings(" "));
        return exitCode;
    }
}

/// <summary>A run that began and could not be finished.</summary>
sealed class RunFailedException(string message) : Exception(message);
