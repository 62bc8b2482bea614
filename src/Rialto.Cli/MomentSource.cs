using System.Text.Json;
using System.Text.Json.Nodes;
using Rialto.Analysis;
using Rialto.Simulation;
using Rialto.Sinks;

namespace Rialto.Cli;

/// <summary>
/// Where a calibration's moments come from: runs of its scenario, and the files that hold its target.
/// </summary>
sealed class MomentSource(Calibration calibration, AgentKinds kinds, RunPool pool)
{
    /// <summary>
    /// Each moment's mean at several points, whose runs are executed together; null where fewer than half of the runs
    /// have it.
    /// </summary>
    public IReadOnlyList<double?[]> Means(IReadOnlyList<IReadOnlyList<double>> points) =>
        [.. Runs([.. points.Select(shares => calibration.At(shares, kinds))], calibration.Seeds).Select(Mean)];

    /// <summary>The moments of single runs that have all of them.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Replications(IReadOnlyList<double> shares) =>
        [.. Runs([calibration.At(shares, kinds)], CalibrationReader.SeedsOfReplications(calibration))[0]
            .Where(moments => moments.All(moment => moment.HasValue))
            .Select(moments => (IReadOnlyList<double>)[.. moments.Select(moment => moment!.Value)])];

    /// <summary>The targets, and of how many runs they are the mean; infinitely many for published numbers.</summary>
    public (IReadOnlyList<double> Moments, double Runs) Target()
    {
        CalibrationTarget target = calibration.Target;
        IReadOnlyList<double?[]> found;
        if (target.Seeds.Count > 0)
        {
            found = Runs([calibration.TargetScenario(kinds)], target.Seeds)[0];
        }
        else if (target.Values.Count > 0)
        {
            IReadOnlyList<KeyValuePair<string, double?>> values =
                [.. target.Values.Select(one => KeyValuePair.Create(one.Measure, (double?)one.Value))];
            found = [[.. calibration.Moments.Select(moment =>
                ValueOf(values, moment.TargetMeasure, moment, "the values of the target"))]];
        }
        else
        {
            found = [.. target.Metrics.Select(MomentsOfFile)];
        }

        double?[] means = Mean(found);
        int missing = Array.IndexOf(means, null);
        if (missing >= 0)
        {
            throw new ScenarioException(
                $"{calibration.Name}: the target has no number for '{calibration.Moments[missing].TargetMeasure}'.");
        }

        return (
            [.. means.Select(mean => mean!.Value)], target.Values.Count > 0 ? double.PositiveInfinity : found.Count);
    }

    double?[] MomentsOfFile(string path)
    {
        string file = Directory.Exists(path) ? Path.Combine(path, "metrics.json") : path;
        try
        {
            IReadOnlyList<KeyValuePair<string, double?>> numbers = MetricPaths.Of(
                JsonNode.Parse(File.ReadAllBytes(file))!.AsObject());
            return [.. calibration.Moments.Select(moment => ValueOf(numbers, moment.TargetMeasure, moment, file))];
        }
        catch (Exception unreadable) when (
            unreadable is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            throw new UnreadableFileException($"{file}: expected the metrics.json of a run: {unreadable.Message}");
        }
    }

    /// <summary>By scenario and run, each moment; nothing for runs that failed or were stopped.</summary>
    IReadOnlyList<IReadOnlyList<double?[]>> Runs(IReadOnlyList<Scenario> scenarios, IReadOnlyList<ulong> seeds)
    {
        RunOutcome?[] outcomes = pool.Execute(
            [.. from scenario in scenarios from seed in seeds select RunSpec.Of(scenario, seed)]);
        return [.. outcomes.Chunk(seeds.Count).Select(runs => (IReadOnlyList<double?[]>)[.. runs.Select(MomentsOf)])];
    }

    double?[] MomentsOf(RunOutcome? outcome) => outcome is { Status: RunStatus.Complete }
        ? [.. calibration.Moments.Select(moment =>
            ValueOf(outcome.Measures, moment.Measure, moment, "a run's metrics"))]
        : new double?[calibration.Moments.Count];

    static double? ValueOf(
        IReadOnlyList<KeyValuePair<string, double?>> numbers, string name, CalibratedMoment moment, string where)
    {
        KeyValuePair<string, double?>[] called = [.. numbers.Where(number => MetricPaths.IsCalled(number.Key, name))];
        if (called.Length != 1)
        {
            throw new ScenarioException(called.Length == 0
                ? $"{where}: there is no measure '{name}'; the names are those of metrics.json."
                : $"{where}: '{name}' may be {called[0].Key} or {called[1].Key}: write more of its path.");
        }

        return moment.IsLogarithmic ? called[0].Value > 0 ? Math.Log(called[0].Value!.Value) : null : called[0].Value;
    }

    static double?[] Mean(IReadOnlyList<double?[]> runs) =>
        [.. Enumerable.Range(0, runs[0].Length).Select(i => MeanOfKnown([.. runs.Select(run => run[i])]))];

    /// <summary>Null where fewer than half are known.</summary>
    static double? MeanOfKnown(double?[] numbers)
    {
        double[] known = [.. numbers.OfType<double>()];
        return known.Length > 0 && 2 * known.Length >= numbers.Length ? known.Average() : null;
    }
}
