using Rialto.Agents;
using Rialto.Markets;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>Reads the section <c>values</c>: what each instrument is worth over time.</summary>
sealed class ValueReader
{
    const string Correlated = "correlations";

    readonly IReadOnlyList<Instrument> _instruments;
    readonly Func<ulong, FundamentalValue>?[] _builders;
    readonly Func<ulong, DividendSchedule>?[] _dividends;
    readonly Timestamp _horizon;
    readonly string _folder;

    /// <param name="node">The section; null if there is none.</param>
    /// <param name="instruments">Whose values these are.</param>
    /// <param name="horizon">The end of the run.</param>
    /// <param name="folder">Where files named in the scenario are looked for.</param>
    public ValueReader(Node? node, IReadOnlyList<Instrument> instruments, Timestamp horizon, string folder)
    {
        (_instruments, _horizon, _folder) = (instruments, horizon, folder);
        _builders = new Func<ulong, FundamentalValue>?[instruments.Count];
        _dividends = new Func<ulong, DividendSchedule>?[instruments.Count];
        if (node is null)
            return;

        ValueProcess?[] processes = new ValueProcess?[instruments.Count];
        Node? correlations = null;
        foreach (MapEntry entry in new Section(node, "values by instrument").Names())
        {
            int index = IndexOf(entry.Key);
            if (index < 0 && entry.Key == Correlated)
            {
                correlations = entry.Value;
                continue;
            }

            if (index < 0)
                throw new ScenarioException(
                    $"{entry.Place}: there is no instrument "
                        + $"'{entry.Key}'{NearestName.Hint(entry.Key, [.. instruments.Select(i => i.Symbol)])}");

            Section section = new(entry.Value, "a path, a random process, dividends, or a start with jumps");
            processes[index] = new ProcessReader(instruments[index], horizon).TryRead(section);
            _builders[index] = processes[index] is not null ? null
                : section.Find("dividends") is { } dividends ? ExpectedDividends(index, dividends)
                : ReadSteps(section, instruments[index]);
            section.End();
            Symbols.Add(entry.Key);
        }

        CorrelationReader noise = new(correlations, instruments, processes);
        for (int i = 0; i < processes.Length; i++)
        {
            int instrument = i;
            if (processes[i] is { } process)
                _builders[i] = seed => process.Build(seed, noise.NoiseOf(instrument, seed));
        }
    }

    public List<string> Symbols { get; } = [];

    public IReadOnlyList<FundamentalValue?> Build(ulong seed) => [.. _builders.Select(build => build?.Invoke(seed))];

    /// <summary>What each instrument pays to those who hold it, in a run.</summary>
    public IReadOnlyList<DividendSchedule?> Dividends(ulong seed) =>
        Array.Exists(_dividends, build => build is not null)
            ? [.. _dividends.Select(build => build?.Invoke(seed))]
            : [];

    Func<ulong, FundamentalValue> ExpectedDividends(int index, Node node)
    {
        Func<ulong, DividendSchedule> schedule = _dividends[index] = DividendReader.Read(
            node, _instruments[index], _horizon);
        return seed => schedule(seed).ExpectedValue();
    }

    int IndexOf(string symbol)
    {
        for (int i = 0; i < _instruments.Count; i++)
        {
            if (_instruments[i].Symbol == symbol)
                return i;
        }

        return -1;
    }

    Func<ulong, FundamentalValue> ReadSteps(Section section, Instrument instrument)
    {
        if (section.Find("path") is { } path)
        {
            ScriptedValue scripted = new(ReadPath(WithoutFile(path, section, instrument), instrument));
            return _ => scripted;
        }

        Func<ulong, Price> start = StartReader.Read(
            section.Require(
                "start", "the first value, or one of: path, mean-reverting, random-walk, geometric, dividends"),
            instrument);
        Func<Price, RandomStream, FundamentalValue> jumps = section.Find("jumps") is { } jumping
            ? ReadJumps(new Section(jumping, "how it jumps"), instrument)
            : (value, _) => new ScriptedValue([(Timestamp.Zero, value)]);
        return seed => jumps(start(seed), new RandomStream(seed, $"values/{instrument.Symbol}"));
    }

    /// <summary>
    /// Puts the steps in the place of the name of the file that holds them, so that the scenario that is kept with a
    /// run is complete.
    /// </summary>
    Node WithoutFile(Node path, Section section, Instrument instrument)
    {
        if (path is not ScalarNode { Text: var name })
            return path;
        if (!name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            throw Values.Wrong(
                path, "a list of [time, value], or the name of a .csv file with the columns time and value");
        }

        List<Node> steps = [];
        foreach (Node row in CsvTable.Read(Path.Combine(_folder, name), path))
        {
            Section cells = new(row, "a time and a value");
            Node time = cells.Require("time", "a column with times");
            Node value = cells.Require("value", "a column with values");
            bool isOurs = cells.Find("instrument") is not ScalarNode { Text: var symbol }
                || symbol == instrument.Symbol;
            cells.End();
            if (isOurs)
                steps.Add(new ListNode(row.Place, [WithUnit(time), value]));
        }

        ListNode list = new(path.Place, steps);
        section.Replace("path", list);
        return list;
    }

    /// <summary>In files as we write them times are plain numbers of seconds.</summary>
    static Node WithUnit(Node time) =>
        time is ScalarNode { Text: var text } && Values.TryNumber(text, out _)
            ? new ScalarNode(time.Place, $"{text} s")
            : time;

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
        if (section.Find("exponential") is { } size)
        {
            double scale = Values.Real(size) / (double)instrument.TickSize;
            if (!(scale > 0))
                throw new ScenarioException(size, $"found {size.Kind}, expected the mean size of a jump, above zero.");

            Rate often = Values.Frequency(section.Require("rate", "how often it jumps, for example 0.5 / s"));
            section.End();
            return (start, random) => JumpValue.Exponential(start, often, scale, _horizon, random);
        }

        Ticks mean = new(section.Find("mean") is { } m ? Values.WholeTicks(m, instrument) : 0);
        Ticks deviation = new(
            Values.WholeTicks(section.Require("deviation", "the standard deviation of a jump"), instrument));
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
