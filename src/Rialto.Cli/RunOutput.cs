using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;
using Rialto.Analysis;
using Rialto.Journal;
using Rialto.Simulation;
using Rialto.Sinks;
using Rialto.Trading;

namespace Rialto.Cli;

/// <summary>
/// Everything that a run leaves behind: composes the sinks that write it, feeds them on threads of their own, and ends with
/// metrics, report and manifest.
/// </summary>
sealed class RunOutput : IDisposable
{
    /// <summary>The tables that a run can leave, but for candles, which need a length.</summary>
    public static readonly IReadOnlyList<(Recording What, string File, Func<MarketDirectory, Stream, ISink> Open)> Files =
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

    readonly RunFolder _folder;
    readonly JsonObject _manifest;
    readonly RunLog _log;
    readonly ReportHeading _heading;
    readonly List<ISink> _sinks = [];
    readonly List<IDisposable> _open = [];
    readonly EventHashSink _hash = new();
    readonly RunRecord _record;
    readonly BackgroundListener _files;
    readonly BackgroundListener _measures;
    readonly long _started = Stopwatch.GetTimestamp();

    /// <param name="folder">The run's directory, just made.</param>
    /// <param name="manifest">What it said at the start.</param>
    /// <param name="heading">What the report says above its figures.</param>
    /// <param name="directory">Who and what is in the market.</param>
    /// <param name="horizon">The span that the report shows.</param>
    /// <param name="record">Which files to write.</param>
    /// <param name="candles">The length of a candle.</param>
    /// <param name="more">Further listeners, with the files that they write.</param>
    public RunOutput(
        RunFolder folder, JsonObject manifest, ReportHeading heading, MarketDirectory directory, Horizon horizon,
        IReadOnlyList<Recording> record, Duration candles, params IReadOnlyList<IMarketListener> more)
    {
        (_folder, _manifest, _heading) = (folder, manifest, heading);
        _log = new RunLog(folder.CreateFile("log.jsonl"));
        _record = new RunRecord(directory, horizon);
        foreach ((Recording what, string file, Func<MarketDirectory, Stream, ISink> open) in Files)
        {
            if (record.Contains(what))
                _sinks.Add(open(directory, folder.CreateFile(file)));
        }

        if (record.Contains(Recording.Candles))
            _sinks.Add(new CandlesCsv(directory, folder.CreateFile("candles.csv"), candles));

        _open.AddRange(_sinks);
        _open.AddRange(more.OfType<IDisposable>());
        _files = new BackgroundListener([.. _sinks, .. more]);
        _measures = new BackgroundListener(_hash, _record);
    }

    /// <summary>What the market must be told to feed.</summary>
    public IReadOnlyList<IMarketListener> Listeners => [_files, _measures];

    public RunLog Log => _log;

    /// <summary>What traders with induced values have done; told when the run has ended.</summary>
    public IReadOnlyList<InducedLedger> Ledgers { get; set; } = [];

    public static string Version { get; } =
        typeof(RunOutput).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Finishes every file, and marks the run as what it has become.</summary>
    /// <param name="status">How the run ended.</param>
    /// <param name="facts">What else the manifest shall say.</param>
    /// <param name="sections">What else the metrics shall say, by section.</param>
    public RunResult End(RunStatus status, JsonObject facts, params ReadOnlySpan<(string Name, JsonObject Section)> sections)
    {
        _files.Complete();
        _measures.Complete();
        foreach (ISink sink in _sinks)
            sink.Complete();
        foreach (IDisposable open in _open)
            open.Dispose();

        _record.Ledgers = Ledgers;
        JsonObject metrics = Metrics.Of(_record);
        foreach ((string name, JsonObject section) in sections)
            metrics[name] = section;

        using (Stream file = _folder.CreateFile("metrics.json"))
            file.Write(System.Text.Encoding.UTF8.GetBytes(metrics.ToJsonString(RunLog.Indented) + "\n"));
        Report.Write(_folder.PathOf("report.html"), _record, _heading);

        TimeSpan wall = Stopwatch.GetElapsedTime(_started);
        _manifest["events"] = _hash.Events;
        _manifest["eventsHash"] = _hash.CurrentHash();
        foreach ((string name, JsonNode? value) in facts)
            _manifest[name] = value?.DeepClone();

        _manifest["wallSeconds"] = Math.Round(wall.TotalSeconds, 3);
        _manifest["peakMemoryMiB"] = Process.GetCurrentProcess().PeakWorkingSet64 >> 20;
        _manifest["ended"] = DateTimeOffset.UtcNow.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        _log.Write("run", $"ended: {status}");
        _log.Dispose();
        _folder.End(status, _manifest);
        return new RunResult(_folder.Path, status, _hash.Events, wall, ResultCard.Of(_record));
    }

    /// <summary>Releases the files as far as they got, and says that the run failed. Nothing looks finished.</summary>
    public void Fail(string reason)
    {
        Dispose();
        _manifest["reason"] = reason;
        _folder.End(RunStatus.Failed, _manifest);
    }

    public void Dispose()
    {
        _files.Dispose();
        _measures.Dispose();
        foreach (IDisposable open in _open)
            open.Dispose();

        _hash.Dispose();
        _log.Dispose();
    }
}

/// <summary>What there is to say when a run has ended.</summary>
sealed record RunResult(
    string Folder, RunStatus Status, long Events, TimeSpan Wall, ResultCard Card);
