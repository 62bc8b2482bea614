using System.Text.Json.Nodes;

namespace Rialto.Acceptance;

/// <summary>What is known is found again: the shipped calibration, whose tape Rialto made itself.</summary>
public sealed class CalibrationTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    /// <summary>
    /// Within three standard errors, and within 15 % whatever they say; the loss below the 99.9th percentile of χ² with
    /// four degrees of freedom.
    /// </summary>
    [Fact]
    public void The_parameters_of_a_synthetic_tape_are_found_again()
    {
        JsonNode found = Calibrate("first");

        Assert.Equal(3, found["parameters"]!.AsArray().Count);
        foreach (JsonNode? parameter in found["parameters"]!.AsArray())
        {
            double truth = Number(parameter!, "truth");
            double error = Number(parameter!, "standardError");
            Assert.InRange(Number(parameter!, "estimate"), truth - (3 * error), truth + (3 * error));
            Assert.InRange(Number(parameter!, "estimate"), 0.85 * truth, 1.15 * truth);
            Assert.NotInRange(Number(parameter!, "start"), 0.5 * truth, 1.5 * truth);
        }

        Assert.InRange(Number(found, "loss"), 0, 18.47);
        Assert.EndsWith(
            "</html>\n", File.ReadAllText(_folder.PathOf("first", "report.html")), StringComparison.Ordinal);
    }

    /// <summary>With a ledger of everything the search goes the same way, and executes nothing.</summary>
    [Fact]
    public void The_same_command_searches_the_same_way_and_runs_nothing_twice()
    {
        string first = WithoutTime(Calibrate("first"));
        int runs = File.ReadAllLines(_folder.PathOf("first", "ledger.jsonl")).Length;

        Assert.Equal(first, WithoutTime(Calibrate("first")));
        Assert.Equal(runs, File.ReadAllLines(_folder.PathOf("first", "ledger.jsonl")).Length);
    }

    public void Dispose() => _folder.Dispose();

    JsonNode Calibrate(string folder)
    {
        Command.Rialto(
            "calibrate", Repository.PathOf("scenarios", "calibration", "order-flow.yaml"), "--out",
            _folder.PathOf(folder)).Succeed();
        return JsonNode.Parse(File.ReadAllText(_folder.PathOf(folder, "calibration.json")))!;
    }

    static string WithoutTime(JsonNode found)
    {
        found.AsObject().Remove("wallSeconds");
        return found.ToJsonString();
    }

    static double Number(JsonNode node, string key) => node[key]!.GetValue<double>();
}
