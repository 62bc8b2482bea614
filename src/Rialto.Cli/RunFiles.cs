using System.Text.Json.Nodes;
using Rialto.Analysis;
using Rialto.Journal;
using Rialto.Simulation;
using Rialto.Sinks;
using Rialto.Trading;

namespace Rialto.Cli;

/// <summary>
/// What one of many runs leaves, if it leaves anything: only what is asked for, written on the run's own thread.
/// </summary>
sealed class RunFiles : IDisposable
{
    readonly Scenario _scenario;
    readonly KeptFiles _keep;
    readonly RunFolder _folder;
    readonly string _command;
    readonly List<ISink> _sinks = [];

    public RunFiles(string path, RunSpec spec, Scenario scenario, KeptFiles keep)
    {
        (_scenario, _keep) = (scenario, keep);
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true); // What a run left that did not get to its end.

        _command = new CommandText("simulate", Path.Combine(path, RunInputs.ScenarioName)).ToString();
        _folder = RunManifest.Begin(path, scenario.Name, spec.Seed, _command, spec.Configuration);
        RunInputs.KeepScenario(_folder, spec.Configuration);
        Journal = RunInputs.OpenJournal(_folder, keep.Record, spec.Seed, spec.Configuration);
    }

    public JournalWriter? Journal { get; }

    public IEnumerable<IMarketListener> Open(MarketDirectory directory)
    {
        _sinks.AddRange(RunTables.Open(_folder, directory, _keep.Record, _scenario.CandleInterval));
        return _sinks;
    }

    public void End(SimulationRun run, RunRecord record, JsonObject metrics, EventHashSink hash, TimeSpan wall)
    {
        Journal?.End(run.Market.Hash);
        foreach (ISink sink in _sinks)
            sink.Complete();
        if (_keep.Metrics)
            File.WriteAllText(_folder.PathOf("metrics.json"), metrics.ToText() + "\n");
        if (_keep.Report)
        {
            Report.Write(_folder.PathOf("report.html"), record, new ReportHeading(
                _scenario.Name, _scenario.Description, _scenario.Citation, run.Setup.Seed, RunOutput.Version,
                _command));
        }

        Dispose();
        RunManifest.End(_folder, RunStatus.Complete, hash, SimulateCommand.FactsOf(run), wall);
    }

    public void Dispose()
    {
        Journal?.Dispose();
        foreach (ISink sink in _sinks)
            sink.Dispose();
    }
}
