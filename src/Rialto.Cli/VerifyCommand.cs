using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Rialto.Simulation;
using Rialto.Verification;
using Spectre.Console;

namespace Rialto.Cli;

/// <summary><c>rialto verify</c>: does this installation give what was published?</summary>
static class VerifyCommand
{
    static readonly Argument<string[]> Names = new("name")
    {
        Description = "Checks to run; all of them by default.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    static readonly Option<bool> Quick = new("--quick")
    {
        Description = "Fewer replications: less than a minute, and wider intervals.",
    };

    static readonly Option<string?> Json = new("--json")
    {
        Description = "The results as JSON, instead of the table, or in a file beside it: --json=results.json",
        HelpName = "file",
        Arity = ArgumentArity.ZeroOrOne,
    };

    static readonly Option<bool> Broken = new("--broken")
    {
        Description = "Break the mechanism of each check on purpose: every check must fail then.",
    };

    public static Command Create()
    {
        Command command = new("verify", "Run the published results that a market laboratory must give.")
        {
            Names, Quick, Json, Broken,
        };
        command.SetAction(Run);
        return command;
    }

    static int Run(ParseResult options)
    {
        string? file = options.GetValue(Json);
        if (file is not null && !file.EndsWith(".json", StringComparison.Ordinal))
        {
            throw new ScenarioException(
                $"--json {file}: expected a file that ends in .json, or nothing; checks are named before it.");
        }

        bool isBroken = options.GetValue(Broken);
        Check[] checks = [.. Chosen(options.GetValue(Names) ?? []).Select(check => isBroken ? check.Broken : check)];
        Effort effort = options.GetValue(Quick) ? Effort.Quick : Effort.Full;
        long started = Stopwatch.GetTimestamp();
        IReadOnlyList<CheckResult> results = [];
        Screen.Watch("verifying", told =>
            results = LiteratureSuite.Run(checks, effort, Environment.ProcessorCount, told));
        TimeSpan took = Stopwatch.GetElapsedTime(started);

        bool isJsonOnly = options.GetResult(Json) is not null && file is null;
        if (isJsonOnly)
            Console.WriteLine(TextOf(results));
        else
            Show(results, took, isBroken);
        if (file is not null)
            File.WriteAllText(file, TextOf(results) + "\n");

        bool[] passes =
            [.. results.GroupBy(result => result.Check.Name).Select(check => check.All(result => result.Passes))];
        return Array.TrueForAll(passes, pass => pass != isBroken) ? ExitCode.Done : ExitCode.Failed;
    }

    static IEnumerable<Check> Chosen(string[] names)
    {
        foreach (string name in names)
        {
            if (!Literature.Checks.Any(check => check.Name == name))
            {
                throw new ScenarioException($"there is no check "
                    + $"'{name}'{NearestName.Hint(name, [.. Literature.Checks.Select(check => check.Name)])}");
            }
        }

        return Literature.Checks.Where(check => names.Length == 0 || names.Contains(check.Name));
    }

    static void Show(IReadOnlyList<CheckResult> results, TimeSpan took, bool isBroken)
    {
        Screen.Prepare();
        Table table = PlainTable.Of("result", "published", "observed", "95 % interval", "tolerance", "");
        for (int column = 1; column <= 4; column++)
            table.Columns[column].RightAligned().NoWrap();

        foreach (IGrouping<string, CheckResult> check in results.GroupBy(result => result.Check.Name))
        {
            Check shown = check.First().Check;
            table.AddRow(PlainTable.Bold(shown.Name));
            table.AddRow(PlainTable.Faint("  " + (isBroken ? shown.Mechanism : shown.Source)));
            foreach (CheckResult result in check)
                table.AddRow(RowOf(result));
        }

        AnsiConsole.Write(table);
        int passed = results.Count(result => result.Passes);
        AnsiConsole.WriteLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{passed} of {results.Count} results within their tolerance, "
                + $"{results.Count - passed} not, in {took.TotalSeconds:0.0} s"));
    }

    static IEnumerable<Text> RowOf(CheckResult result)
    {
        ConfidenceInterval observed = result.Observed;
        string interval = observed.Low < observed.High ? $"{Number(observed.Low)} … {Number(observed.High)}" : "exact";
        string tolerance = result.Claim.Tolerance > 0 ? "± " + Number(result.Claim.Tolerance) : "none";
        return
        [
            new("  " + result.Claim.Quantity), new(Number(result.Claim.Published)), new(Number(observed.Mean)),
            new(interval), new(tolerance),
            result.Passes
                ? new Text("pass", new Style(Color.Green))
                : new Text("FAIL", new Style(Color.Red, decoration: Decoration.Bold)),
        ];
    }

    /// <summary>Four digits that matter, without an exponent.</summary>
    static string Number(double number)
    {
        double size = Math.Abs(number);
        int decimals = size >= 1000 || size == 0 ? 0 : Math.Clamp(3 - (int)Math.Floor(Math.Log10(size)), 0, 8);
        return Math.Round(number, decimals).ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture);
    }

    static string TextOf(IReadOnlyList<CheckResult> results)
    {
        JsonArray list = [.. results.Select(result => (JsonNode)new JsonObject
        {
            ["name"] = result.Name,
            ["source"] = result.Check.Source,
            ["method"] = result.Check.Method,
            ["published"] = result.Claim.Published,
            ["observed"] = Finite(result.Observed.Mean),
            ["low"] = Finite(result.Observed.Low),
            ["high"] = Finite(result.Observed.High),
            ["tolerance"] = result.Claim.Tolerance,
            ["reason"] = result.Claim.Reason,
            ["pass"] = result.Passes,
        })];
        return list.ToText();
    }

    static double? Finite(double number) => double.IsFinite(number) ? number : null;
}
