using Rialto.Agents;
using Rialto.Markets;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>Reads the section <c>values</c>: what each instrument is worth over time.</summary>
sealed class ValueReader
{
    readonly Func<ulong, FundamentalValue>?[] _builders;
    readonly Timestamp _horizon;

    public ValueReader(Node? node, IReadOnlyList<Instrument> instruments, Timestamp horizon)
    {
        _builders = new Func<ulong, FundamentalValue>?[instruments.Count];
        _horizon = horizon;
        if (node is null)
            return;

        foreach (MapEntry entry in new Section(node, "values by instrument").Names())
        {
            int index = -1;
            for (int i = 0; i < instruments.Count; i++)
                index = instruments[i].Symbol == entry.Key ? i : index;
            if (index < 0)
                throw new ScenarioException(
                    $"{entry.Place}: there is no instrument '{entry.Key}'{NearestName.Hint(entry.Key, [.. instruments.Select(i => i.Symbol)])}");

            _builders[index] = ReadValue(entry.Value, instruments[index]);
            Symbols.Add(entry.Key);
        }
    }

    public List<string> Symbols { get; } = [];

    public IReadOnlyList<FundamentalValue?> Build(ulong seed) => [.. _builders.Select(build => build?.Invoke(seed))];

    Func<ulong, FundamentalValue> ReadValue(Node node, Instrument instrument)
    {
        Section section = new(node, "a path, or a start with jumps");
        if (section.Find("path") is { } path)
        {
            ScriptedValue scripted = new(ReadPath(path, instrument));
            section.End();
            return _ => scripted;
        }

        Price start = new(Values.WholeTicks(section.Require("start", "the first value, or a 'path'"), instrument));
        Func<Price, RandomStream, FundamentalValue> jumps = section.Find("jumps") is { } jumping
            ? ReadJumps(new Section(jumping, "how it jumps"), instrument)
            : (value, _) => new ScriptedValue([(Timestamp.Zero, value)]);
        section.End();
        return seed => jumps(start, new RandomStream(seed, $"values/{instrument.Symbol}"));
    }

    static List<(Timestamp, Price)> ReadPath(Node node, Instrument instrument)
    {
        List<(Timestamp At, Price Value)> steps = [];
        foreach (Node item in Values.Items(node, "a list of [time, value]"))
        {
            if (item is not ListNode { Items: [Node time, Node value] })
                throw new ScenarioException(item, "expected [time, value], for example [5 s, 90].");

            Timestamp at = Timestamp.Zero + Values.Span(time);
            if (steps.Count == 0 && at != Timestamp.Zero)
                throw new ScenarioException(time, "the first value of a path is that at 0 s.");
            if (steps.Count > 0 && at < steps[^1].At)
                throw new ScenarioException(time, "the times of a path ascend.");

            steps.Add((at, new Price(Values.WholeTicks(value, instrument))));
        }

        return steps.Count > 0 ? steps : throw new ScenarioException(node, "expected at least one [time, value].");
    }

    Func<Price, RandomStream, FundamentalValue> ReadJumps(Section section, Instrument instrument)
    {
        Ticks mean = new(section.Find("mean") is { } m ? Values.WholeTicks(m, instrument) : 0);
        Ticks deviation = new(Values.WholeTicks(section.Require("deviation", "the standard deviation of a jump"), instrument));
        if (section.Find("count") is { } counted)
        {
            int count = (int)Values.Integer(counted, 0, 10_000_000);
            section.End();
            return (start, random) => JumpValue.AtUniformTimes(start, count, mean, deviation, _horizon, random);
        }

        Rate rate = Values.Frequency(section.Require("rate", "how often it jumps, for example 0.5 / s"));
        section.End();
        return (start, random) => JumpValue.AtPoissonTimes(start, rate, mean, deviation, _horizon, random);
    }
}
