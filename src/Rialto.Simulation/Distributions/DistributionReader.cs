using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>Reads a distribution that stands where a value may stand: <c>{ uniform: [1, 10] }</c>.</summary>
static class DistributionReader
{
    const int MostAttempts = 10_000;

    static readonly string[] Laws = ["uniform", "normal", "lognormal", "exponential", "choice"];

    /// <summary>Whether a node is meant as a distribution.</summary>
    public static bool IsDistribution(Node node) =>
        node is MapNode { Entries: [MapEntry first, ..] } && Laws.Contains(first.Key);

    /// <summary>Reads a distribution of numbers.</summary>
    /// <returns>Draws a value.</returns>
    public static Func<RandomStream, object> Read(Node node, Measure measure)
    {
        Section section = new(node, "a distribution");
        Func<RandomStream, double> law = Law(section, measure);
        double least = section.Find("min") is { } min ? measure.Read(min) : measure.Least;
        double most = section.Find("max") is { } max ? measure.Read(max) : measure.Most;
        section.End();
        return random => measure.Make(Within(random));

        double Within(RandomStream random)
        {
            for (int attempt = 0; attempt < MostAttempts; attempt++)
            {
                double number = law(random);
                double value = measure.IsWhole ? Math.Round(number) : number;
                if (value >= least && value <= most)
                    return value;
            }

            throw new ScenarioException(node, $"{MostAttempts} draws lie outside of what is allowed here.");
        }
    }

    /// <summary>Reads a choice among values of any kind.</summary>
    /// <param name="node">The distribution.</param>
    /// <param name="read">Reads one of the values.</param>
    public static Func<RandomStream, object> ReadChoice(Node node, Func<Node, object> read)
    {
        Section section = new(node, "a distribution");
        Node choices = section.Require("choice", "a list of values; other distributions are of numbers");
        object[] values = [.. Values.Items(choices, "a list of values").Select(read)];
        Func<RandomStream, int> which = Which(section, choices, values.Length);
        section.End();
        return random => values[which(random)];
    }

    static Func<RandomStream, double> Law(Section section, Measure measure)
    {
        if (section.Find("uniform") is { } uniform)
            return Uniform(uniform, measure);

        if (section.Find("normal") is { } normal)
        {
            (double mean, double deviation) = Pair(normal, measure, measure.Read, "mean", "deviation");
            return random => random.NextNormal(mean, deviation);
        }

        if (section.Find("lognormal") is { } lognormal)
        {
            (double median, double sigma) = Pair(lognormal, measure, Values.Real, "median", "sigma");
            return random => median * BitStable.Exp(random.NextNormal(0, sigma));
        }

        if (section.Find("exponential") is { } exponential)
        {
            double mean = measure.Read(exponential);
            return random => mean * random.NextExponential();
        }

        Node choices = section.Require("choice", $"one of: {string.Join(", ", Laws)}");
        double[] values = [.. Values.Items(choices, "a list of values").Select(measure.Read)];
        Func<RandomStream, int> which = Which(section, choices, values.Length);
        return random => values[which(random)];
    }

    static Func<RandomStream, double> Uniform(Node node, Measure measure)
    {
        if (node is not ListNode { Items: [Node first, Node second] })
            throw Values.Wrong(node, "a list of the least and the greatest value");

        (double least, double greatest) = (measure.Read(first), measure.Read(second));
        if (measure.IsWhole)
            (least, greatest) = (Math.Ceiling(least), Math.Floor(greatest));
        if (least > greatest)
            throw new ScenarioException(node, "the greatest value of a uniform distribution lies below the least.");

        return measure.IsWhole
            ? random => random.NextBetween((long)least, (long)greatest)
            : random => least + ((greatest - least) * random.NextDouble());
    }

    /// <summary>The two parameters of a law: a list of both, or a mapping.</summary>
    static (double Location, double Spread) Pair(
        Node node, Measure measure, Func<Node, double> spread, string first, string second)
    {
        Node where;
        Node width;
        if (node is ListNode { Items: [Node one, Node two] })
        {
            (where, width) = (one, two);
        }
        else
        {
            Section section = new(node, $"a list of {first} and {second}, or a mapping of them");
            (where, width) = (section.Require(first, "a value"), section.Require(second, "a value"));
            section.End();
        }

        double wide = spread(width);
        return wide >= 0
            ? (measure.Read(where), wide)
            : throw new ScenarioException(width, $"a {second} is zero or more.");
    }

    static Func<RandomStream, int> Which(Section section, Node choices, int count)
    {
        if (count == 0)
            throw new ScenarioException(choices, "expected at least one value.");
        if (section.Find("weights") is not { } given)
            return random => (int)random.NextBelow((ulong)count);

        double[] weights = [.. Values.Items(given, "a list of weights").Select(Values.Real)];
        double total = weights.Sum();
        if (weights.Length != count || total <= 0 || Array.Exists(weights, weight => weight < 0))
        {
            throw new ScenarioException(
                given, $"expected {count} weights, one per value, none below zero and not all zero.");
        }

        return random =>
        {
            double left = random.NextDouble() * total;
            int last = Array.FindLastIndex(weights, weight => weight > 0);
            for (int i = 0; i < last; i++)
            {
                left -= weights[i];
                if (left < 0)
                    return i;
            }

            return last;
        };
    }
}
