using Rialto.Journal;
using Rialto.Simulation;
using Rialto.Sinks;

namespace Rialto.Cli;

/// <summary>
/// What a run keeps so that it can be run again: its effective scenario, and its journal if that is asked for.
/// </summary>
static class RunInputs
{
    public const string ScenarioName = "scenario.yaml";
    public const string JournalName = "journal";

    public static void KeepScenario(RunFolder folder, string configuration) =>
        File.WriteAllText(folder.PathOf(ScenarioName), configuration);

    /// <returns>Null if nobody asked for a journal.</returns>
    public static JournalWriter? OpenJournal(
        RunFolder folder, IReadOnlyList<Recording> record, ulong seed, string configuration) =>
        record.Contains(Recording.Journal)
            ? new(folder.CreateFile(JournalName), new JournalHeader(DateTimeOffset.UnixEpoch, seed, configuration))
            : null;
}
