using System.CommandLine;
using System.Globalization;
using Rialto.Feeds;
using Rialto.Matching;
using Rialto.Simulation;
using Rialto.Trading;

namespace Rialto.Cli;

/// <summary>
/// <c>rialto run-flow FILE</c>: sends somebody's order flow through the matching core, and says what it traded.
/// </summary>
static class RunFlowCommand
{
    static readonly Argument<string> File = new("flow")
    {
        Description = "A file of 16-byte records: kind, side, symbol, quantity, id, price, behind a header of 64 bytes "
            + "(docs/performance.md).",
    };

    public static Command Create()
    {
        Command command =
            new("run-flow", "Send an order flow through the matching core; print the trades and their hash.") { File };
        command.SetAction(Run);
        return command;
    }

    static int Run(ParseResult options)
    {
        string path = options.GetRequiredValue(File);
        FlowFile flow;
        try
        {
            flow = FlowFile.Read(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableFileException($"{path}: there is no file of order flow that can be read.");
        }

        FlowReplay replay = new(flow, SettlementPolicy.Unlimited, EventClasses.Answers | EventClasses.Executions);
        replay.Run(0, flow.Records.Length);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{flow.Records.Length} messages, {replay.Refused} refused, {replay.Hash.Trades} trades, hash "
                + $"{replay.Hash.Value:x16}"));
        return Compare(flow, replay.Hash);
    }

    static int Compare(FlowFile flow, TradeHash found)
    {
        if (flow is { ExpectedTrades: 0, ExpectedHash: 0 })
            return ExitCode.Done;

        bool isEqual = flow.ExpectedTrades == found.Trades && flow.ExpectedHash == found.Value;
        Console.WriteLine(isEqual
            ? "as the file expects"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"the file expects {flow.ExpectedTrades} trades, hash {flow.ExpectedHash:x16}"));
        return isEqual ? ExitCode.Done : ExitCode.Failed;
    }
}
