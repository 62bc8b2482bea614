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
/// Everything that a run leaves behind: composes the sinks that write it, feeds them on threads of their own, and ends
/// with metrics, report and manifest.
/// </summary>
sealed class RunOutput : IDisposable
{
    readonly RunFolder _folder;
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
    /// <param name="heading">What the report says above its figures.</param>
    /// <param name="directory">Who and what is in the market.</param>
    /// <param name="horizon">The span that the report shows.</param>
    /// <param name="record">Which files to write.</param>
    /// <param name="candles">The length of a candle.</param>
    /// <param name="more">Further listeners, with the files that they write.</param>
    public RunOutput(
        RunFolder folder, ReportHeading heading, MarketDirectory directory, Horizon horizon,
        IReadOnlyList<Recording> record, Duration candles, params IReadOnlyList<IMarketListener> more)
    {
        (_folder, _heading) = (folder, heading);
        _log = new RunLog(folder.CreateFile("log.jsonl"));
        _record = new RunRecord(directory, horizon);
        _sinks.AddRange(RunTables.Open(folder, directory, record, candles));
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

    public static string Version { get; } = typeof(RunOutput).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Finishes every file, and marks the run as what it has become.</summary>
    /// <param name="status">How the run ended.</param>
    /// <param name="facts">What else the manifest shall say.</param>
    /// <param name="sections">What else the metrics shall say, by section.</param>
    public RunResult End(
        RunStatus status, JsonObject facts, params ReadOnlySpan<(string Name, JsonObject Section)> sections)
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
            file.Write(System.Text.Encoding.UTF8.GetBytes(metrics.ToText() + "\n"));
        Report.Write(_folder.PathOf("report.html"), _record, _heading);

        TimeSpan wall = Stopwatch.GetElapsedTime(_started);
        _log.Write("run", $"ended: {status}");
        _log.Dispose();
        RunManifest.End(_folder, status, _hash, facts, wall, Process.GetCurrentProcess().PeakWorkingSet64 >> 20);
        return new RunResult(_folder.Path, status, _hash.Events, wall, ResultCard.Of(_record));
    }

    /// <summary>Releases the files as far as they got, and says that the run failed. Nothing looks finished.</summary>
    public void Fail(string reason)
    {
        Dispose();
        _folder.Fail(reason);
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
