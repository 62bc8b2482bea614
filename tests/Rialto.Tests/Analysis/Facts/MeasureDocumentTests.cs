using System.Text.Json.Nodes;
using Rialto.Analysis;
using Rialto.Tests.House;

namespace Rialto.Tests.Analysis;

/// <summary>What docs/measures.md lists is what there is.</summary>
public sealed class MeasureDocumentTests
{
    static readonly string Document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "measures.md"));

    [Fact]
    public void Every_measure_of_a_run_is_explained()
    {
        JsonObject listing = Metrics.Of(SyntheticRun.Continuous(seconds: 60))["listings"]!["focal"]!["XYZ"]!.AsObject();

        Assert.Empty(listing.Select(measure => measure.Key).Where(key =>
            !Document.Contains($"`{key}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_fact_is_explained_with_its_source() => Assert.Empty(FactList.All.Where(fact =>
        !Document.Split('\n').Any(line => line.StartsWith($"| {fact.Name} |", StringComparison.Ordinal)
            && line.Contains(fact.Source.Split(' ', ',')[0], StringComparison.Ordinal))).Select(fact => fact.Name));

    [Fact]
    public void Every_measure_that_is_a_public_function_is_named_somewhere() => Assert.Empty(
        ((Type[])[
            typeof(AllocativeEfficiency), typeof(CompetitiveEquilibrium), typeof(SmithAlpha), typeof(BubbleMeasures)])
            .Select(type => type.Name).Where(name => !Document.Contains($"`{name}`", StringComparison.Ordinal)));
}
