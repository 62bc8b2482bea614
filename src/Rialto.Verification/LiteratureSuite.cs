using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Rialto.Verification;

/// <summary>Runs checks: every replication is a market of its own, and a thread of its own if there is one.</summary>
public static class LiteratureSuite
{
    /// <param name="checks">What to run.</param>
    /// <param name="effort">How much of it.</param>
    /// <param name="threads">At most so many at a time; the results do not depend on it.</param>
    /// <param name="done">Called with the share of the replications that have ended, from any thread.</param>
    /// <returns>One result per claim, in the order of the checks.</returns>
    public static IReadOnlyList<CheckResult> Run(
        IReadOnlyList<Check> checks, Effort effort, int threads, Action<double>? done = null)
    {
        List<(int Check, int Replication)> work = [];
        for (int check = 0; check < checks.Count; check++)
        {
            for (int replication = 0; replication < checks[check].Replications(effort); replication++)
                work.Add((check, replication));
        }

        IReadOnlyList<double>[][] observed =
            [.. checks.Select(check => new IReadOnlyList<double>[check.Replications(effort)])];
        int ended = 0;
        try
        {
            Parallel.ForEach(
                Partitioner.Create(work, EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { MaxDegreeOfParallelism = threads },
                unit =>
                {
                    observed[unit.Check][unit.Replication] = checks[unit.Check].Observe((ulong)unit.Replication + 1);
                    done?.Invoke((double)Interlocked.Increment(ref ended) / work.Count);
                });
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }

        return [.. checks.SelectMany((check, place) => ResultsOf(check, observed[place]))];
    }

    static IEnumerable<CheckResult> ResultsOf(Check check, IReadOnlyList<double>[] replications)
    {
        for (int claim = 0; claim < check.Claims.Count; claim++)
        {
            double[] sample = [.. replications.Select(observed => observed[claim])];
            yield return new CheckResult(check, check.Claims[claim], ConfidenceInterval.Of(sample));
        }
    }
}
