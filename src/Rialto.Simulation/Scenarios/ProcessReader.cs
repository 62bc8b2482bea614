using Rialto.Agents;
using Rialto.Markets;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>A fundamental value that follows a random process, read and checked, not yet drawn.</summary>
/// <param name="Reversion">Per nanosecond.</param>
/// <param name="Build">Draws it.</param>
sealed record ValueProcess(double Reversion, Func<ulong, GaussianNoise, FundamentalValue> Build);

/// <summary>Reads the values that follow a continuous random process.</summary>
sealed class ProcessReader(Instrument instrument, Timestamp horizon)
{
    /// <summary>How many times within a run a value that always moves is recorded.</summary>
    const long Samples = 1_000;

    readonly SamplingGrid _grid = new(new Duration(Math.Max(1, horizon.Nanoseconds / Samples)), horizon);

    /// <summary>The process that a section names, or null if it names none.</summary>
    public ValueProcess? TryRead(Section section)
    {
        ValueProcess? process =
            section.Find("mean-reverting") is { } reverting
                ? MeanReverting(new Section(reverting, "what it reverts to, and how"))
            : section.Find("random-walk") is { } walk
                ? RandomWalk(new Section(walk, "where it starts, and its volatility"))
            : section.Find("geometric") is { } geometric
                ? Geometric(new Section(geometric, "where it starts, and its volatility"))
            : null;
        if (process is null)
            return null;
        if (section.Find("every") is not { } every)
            return process;

        SamplingGrid steps = new(Values.PositiveSpan(every), horizon);
        return process with { Build = (seed, noise) => new SteppedValue(process.Build(seed, noise), steps) };
    }

    ValueProcess MeanReverting(Section section)
    {
        Price mean = new(Values.WholeTicks(section.Require("mean", "the value that it reverts to"), instrument));
        Price start = section.Find("start") is { } begin ? new(Values.WholeTicks(begin, instrument)) : mean;
        double reversion = Reversion(section);
        double volatility = Volatility(section);
        Func<ulong, MegaShocks>? shocks = section.Find("megashocks") is { } rare
            ? Shocks(new Section(rare, "how often they come, and how large they are"), reversion)
            : null;
        section.End();
        return new ValueProcess(reversion, (seed, noise) => new MeanRevertingValue(
            mean, new GaussianPath((start - mean).Count, reversion, volatility, noise), shocks?.Invoke(seed), _grid));
    }

    ValueProcess RandomWalk(Section section)
    {
        Price start = new(Values.WholeTicks(section.Require("start", "the first value"), instrument));
        double volatility = Volatility(section);
        section.End();
        return new ValueProcess(0, (_, noise) =>
            new MeanRevertingValue(start, new GaussianPath(0, 0, volatility, noise), null, _grid));
    }

    ValueProcess Geometric(Section section)
    {
        Node first = section.Require("start", "the first value");
        Price start = new(Values.WholeTicks(first, instrument));
        if (start.Ticks <= 0)
            throw new ScenarioException(first, "a geometric value starts above zero.");

        double volatility = Intensity.RelativeVolatility(section.Require("volatility", "for example 2 % / sqrt(d)"));
        double drift = section.Find("drift") is { } mean ? Intensity.Growth(mean) : 0;
        section.End();
        double growth = drift - (volatility * volatility / 2);
        return new ValueProcess(0, (_, noise) =>
            new GeometricValue(start, growth, new GaussianPath(0, 0, volatility, noise), _grid));
    }

    double Volatility(Section section) =>
        Intensity.Volatility(section.Require("volatility", "for example 0.05 / sqrt(s)"), instrument);

    /// <returns>Per nanosecond.</returns>
    static double Reversion(Section section)
    {
        if (section.Find("half-life") is { } half)
        {
            return section.Find("reversion") is { } both
                ? throw new ScenarioException(both, "say 'half-life' or 'reversion', not both.")
                : BitStable.Log(2) / Values.PositiveSpan(half).Nanoseconds;
        }

        return Values.Frequency(section.Require("reversion", "how fast it reverts, for example 0.01 / s, or a "
            + "'half-life'")).PerSecond / 1e9;
    }

    Func<ulong, MegaShocks> Shocks(Section section, double reversion)
    {
        Rate rate = Values.Frequency(section.Require("rate", "how often they come, for example 1 / h"));
        double tick = (double)instrument.TickSize;
        double mean = Values.Real(section.Require("mean", "the mean size, in currency")) / tick;
        double deviation = section.Find("deviation") is { } spread ? Values.Real(spread) / tick : 0;
        section.End();
        return seed => new MegaShocks(
            rate, mean, deviation, reversion, new RandomStream(seed, $"values/{instrument.Symbol}/megashocks"));
    }
}
