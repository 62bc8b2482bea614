using System.Globalization;
using System.Text.Json.Nodes;
using MathNet.Numerics.Distributions;

namespace Rialto.Analysis;

/// <summary>What a calibration found as JSON: what <c>calibration.json</c> holds.</summary>
public static class CalibrationJson
{
    public static JsonObject Of(CalibrationFindings found) => new()
    {
        ["ending"] = found.Ending,
        ["loss"] = Number(found.Loss),
        ["degreesOfFreedom"] = found.Freedom,
        ["probability"] = Number(ProbabilityOf(found)),
        ["evaluations"] = found.Path.Count,
        ["seeds"] = found.Seeds,
        ["runs"] = found.Runs,
        ["parameters"] = new JsonArray([.. found.Parameters.Select(Of)]),
        ["moments"] = new JsonArray([.. found.Moments.Select(Of)]),
        ["identifiability"] = Of(found.Identifiability),
        ["profiles"] = new JsonArray([.. found.Profiles.Select((points, i) => new JsonObject
        {
            ["path"] = found.Parameters[i].Path,
            ["values"] = Numbers(points.Select(point => point.Value)),
            ["losses"] = Numbers(points.Select(point => point.Loss)),
        })]),
        ["path"] = new JsonArray([.. found.Path.Select(step => new JsonObject
        {
            ["stage"] = step.Stage, ["generation"] = step.Generation, ["values"] = Numbers(step.Values),
            ["loss"] = Number(step.Loss),
            ["mean"] = Numbers(step.Mean),
        })]),
    };

    /// <summary>
    /// How probable at least this loss is if the model is true; null if there are no moments to spare.
    /// </summary>
    public static double? ProbabilityOf(CalibrationFindings found) =>
        found.Freedom > 0 ? 1 - ChiSquared.CDF(found.Freedom, found.Loss) : null;

    static JsonObject Of(FittedParameter parameter) => new()
    {
        ["path"] = parameter.Path, ["label"] = parameter.Label, ["unit"] = parameter.Unit, ["lowest"] = Number(
            parameter.Lowest),
        ["highest"] = Number(parameter.Highest), ["scale"] = parameter.IsLogarithmic ? "log" : "linear",
        ["start"] = Number(parameter.Start),
        ["estimate"] = Number(parameter.Estimate), ["value"] = parameter.Text,
        ["standardError"] = Number(parameter.StandardError),
        ["low"] = Number(parameter.Interval?.Low), ["high"] = Number(parameter.Interval?.High),
        ["truth"] = Number(parameter.Truth),
    };

    static JsonObject Of(FittedMoment moment) => new()
    {
        ["measure"] = moment.Measure, ["scale"] = moment.IsLogarithmic ? "log" : "linear", ["target"] = Number(
            moment.Target),
        ["start"] = Number(moment.Start), ["fitted"] = Number(moment.Fitted), ["deviation"] = Number(moment.Deviation),
        ["score"] = Number(moment.Score),
    };

    static JsonObject? Of(Identifiability? known) => known is null ? null : new()
    {
        ["correlations"] = new JsonArray([.. known.Correlations.Select(Numbers)]),
        ["curvatures"] = Numbers(known.Curvatures),
        ["flattestDirection"] = Numbers(known.FlattestDirection),
        ["condition"] = Number(known.Condition),
    };

    static JsonArray Numbers(IEnumerable<double> numbers) => [.. numbers.Select(number => (JsonNode?)Number(number))];

    /// <summary>Nine digits: what a search finds is not known better.</summary>
    static JsonValue? Number(double? value) => value is { } number && double.IsFinite(number)
        ? JsonValue.Create(
            double.Parse(number.ToString("G9", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture))
        : null;
}
