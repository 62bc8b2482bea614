using System.Globalization;
using System.Text;

namespace Rialto.Analysis;

/// <summary>What a sweep found as two tables: a row for each run, and a row for each cell and measure.</summary>
/// <remarks>
/// The same runs give the same bytes, in whichever order they were done. Cells of text follow RFC 4180.
/// </remarks>
public static class SweepCsv
{
    /// <summary>
    /// <c>results.csv</c>: each parameter, <c>seed</c>, <c>run</c>, <c>status</c>, <c>events</c>, <c>events_hash</c>,
    /// each measure.
    /// </summary>
    public static string Results(SweepTable table)
    {
        StringBuilder csv = new();
        Row(
            csv,
            [.. table.Parameters.Select(p => p.Path), "seed", "run", "status", "events", "events_hash",
                .. table.Measures]);
        foreach (SweptCell cell in table.Cells)
        {
            foreach (SweptRun run in cell.Runs)
            {
                Row(csv, [
                    .. cell.Values.Select(value => value.Text), Text(run.Seed), run.Hash, run.Status, Text(run.Events),
                    run.EventsHash ?? "",
                    .. table.Measures.Select(measure => Number(run.ValueOf(measure)))]);
            }
        }

        return csv.ToString();
    }

    /// <summary>
    /// <c>summary.csv</c>: each parameter, <c>measure</c>, <c>runs</c>, <c>mean</c>, <c>deviation</c>,
    /// <c>standard_error</c>, <c>low</c>, <c>high</c>, and <c>difference</c> from the baseline with its interval.
    /// </summary>
    public static string Summary(SweepTable table)
    {
        StringBuilder csv = new();
        Row(
            csv,
            [.. table.Parameters.Select(p => p.Path), "measure", "runs", "mean", "deviation", "standard_error", "low",
                "high", "difference", "difference_low", "difference_high"]);
        foreach (SweptCell cell in table.Cells)
        {
            foreach (string measure in table.Measures)
            {
                if (cell.MeanOf(measure) is not { } mean)
                    continue;

                Row(csv, [
                    .. cell.Values.Select(value => value.Text), measure, Text((ulong)mean.Count), Number(mean.Mean),
                    Number(mean.Deviation),
                    Number(mean.StandardError), Number(mean.Low, "G9"), Number(mean.High, "G9"),
                    .. Difference(table.DifferenceOf(cell, measure))]);
            }
        }

        return csv.ToString();
    }

    static string[] Difference(MeanInterval? difference) =>
        [Number(difference?.Mean), Number(difference?.Low, "G9"), Number(difference?.High, "G9")];

    static void Row(StringBuilder csv, IReadOnlyList<string> cells)
    {
        for (int i = 0; i < cells.Count; i++)
        {
            if (i > 0)
                csv.Append(',');
            csv.Append(Quoted(cells[i]));
        }

        csv.Append('\n');
    }

    static string Quoted(string cell) => cell.AsSpan().ContainsAny(",\"\n\r")
        ? "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
        : cell;

    static string Text<T>(T number) where T : IFormattable => number.ToString(null, CultureInfo.InvariantCulture);

    /// <summary>
    /// Twelve digits, as in <c>metrics.json</c>; nine where a quantile comes in, which no two machines know better.
    /// </summary>
    static string Number(double? value, string format = "G12") =>
        value?.ToString(format, CultureInfo.InvariantCulture) ?? "";
}
