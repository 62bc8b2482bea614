using Rialto.Simulation;
using Rialto.Sinks;
using Rialto.Trading;

namespace Rialto.Cli;

/// <summary>The tables that a run can leave.</summary>
static class RunTables
{
    static readonly IReadOnlyList<(Recording What, string File, Func<MarketDirectory, Stream, ISink> Open)> Files =
    [
        (Recording.Events, "events.parquet", (directory, stream) => new EventsParquet(directory, stream)),
        (Recording.Orders, "orders.csv", (directory, stream) => new OrdersCsv(directory, stream)),
        (Recording.Executions, "executions.csv", (directory, stream) => new ExecutionsCsv(directory, stream)),
        (Recording.Trades, "trades.csv", (directory, stream) => new TradesCsv(directory, stream)),
        (Recording.Quotes, "quotes.csv", (directory, stream) => new QuotesCsv(directory, stream)),
        (Recording.Accounts, "accounts.csv", (directory, stream) => new AccountsCsv(directory, stream)),
        (Recording.Agents, "agents.csv", (directory, stream) => new AgentsCsv(directory, stream)),
        (Recording.Values, "values.csv", (directory, stream) => new ValuesCsv(directory, stream)),
    ];

    /// <summary>Opens those that are asked for, one after the other.</summary>
    /// <param name="folder">The run's.</param>
    /// <param name="directory">Who and what is in the market.</param>
    /// <param name="record">What is asked for.</param>
    /// <param name="candles">The length of a candle.</param>
    public static IEnumerable<ISink> Open(
        RunFolder folder, MarketDirectory directory, IReadOnlyList<Recording> record, Duration candles)
    {
        foreach ((Recording what, string file, Func<MarketDirectory, Stream, ISink> open) in Files)
        {
            if (record.Contains(what))
                yield return open(directory, folder.CreateFile(file));
        }

        if (record.Contains(Recording.Candles))
            yield return new CandlesCsv(directory, folder.CreateFile("candles.csv"), candles);
    }
}
