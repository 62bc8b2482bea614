using System.Reflection;
using Rialto.Agents;
using Rialto.Markets;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>A group of agents of one kind, read and checked, not yet built.</summary>
sealed class Population
{
    /// <summary>Stands for the fundamental value, which depends on the seed, until there is one.</summary>
    static readonly FundamentalValue Worthless = new ScriptedValue([(Timestamp.Zero, default)]);

    readonly ConstructorInfo _constructor;
    readonly object?[] _arguments;
    readonly Node _node;
    readonly Listing _home;
    readonly Duration _orderLatency;
    readonly Duration _dataLatency;
    readonly Timestamp _start;
    readonly int _count;

    public Population(MapEntry entry, AgentKinds kinds, ScenarioNames names, string folder)
    {
        Section section = new(entry.Value, "the agents' parameters");
        _node = entry.Value;
        Entry = entry;
        _constructor = kinds.Find(entry.Place, entry.Key).GetConstructors()[0];
        Group = section.Find("name") is { } name ? Name(name) : entry.Key;
        _count = section.Find("count") is { } count ? (int)Values.Integer(count, 1, 10_000_000) : 1;
        _home = new Listing(names.Venue(section.Find("venue"), section), names.Instrument(section.Find("instrument"), section));
        _orderLatency = section.Find("order-latency") is { } order ? Values.Span(order) : Duration.Zero;
        _dataLatency = section.Find("data-latency") is { } data ? Values.Span(data) : Duration.Zero;
        _start = Timestamp.Zero + (section.Find("start") is { } start ? Values.Span(start) : Duration.Zero);

        Instrument instrument = names.Instruments[_home.Instrument.Value];
        Cash cash = section.Find("cash") is { } money ? OpeningCash(money, instrument) : Cash.Zero;
        long[] inventory = new long[names.Instruments.Count];
        inventory[_home.Instrument.Value] = section.Find("inventory") is { } lots ? Values.Integer(lots, -1_000_000_000, 1_000_000_000) : 0;
        Participants = [.. Enumerable.Range(1, _count)
            .Select(i => new Participant(_count == 1 ? Group : $"{Group}/{i}", Group, cash, inventory))];

        _arguments = new ParameterBinder(new BindingScope(instrument, names.Venues, folder)).Arguments(_constructor, section);
        if (_constructor.GetParameters().Any(p => p.ParameterType == typeof(FundamentalValue)) && !names.HasValue(_home.Instrument))
            throw new ScenarioException($"{entry.Place}: '{entry.Key}' need to know what {instrument.Symbol} is worth: add it to 'values'.");

        section.End();
        _ = NewAgent(1, Worthless); // What the constructor refuses is told now, not when the run begins.
    }

    /// <summary>The group as it was written.</summary>
    public MapEntry Entry { get; }

    public string Group { get; }

    public IReadOnlyList<Participant> Participants { get; }

    /// <param name="first">The participant of the group's first agent.</param>
    /// <param name="values">What each instrument is worth.</param>
    public IEnumerable<AgentSetup> Build(int first, IReadOnlyList<FundamentalValue?> values)
    {
        for (int i = 0; i < _count; i++)
        {
            yield return new AgentSetup(
                NewAgent(i + 1, values[_home.Instrument.Value]), new ParticipantId(first + i), _home,
                _orderLatency, _dataLatency, _start);
        }
    }

    Agent NewAgent(int number, FundamentalValue? value)
    {
        object?[] arguments = [.. _arguments];
        ParameterInfo[] parameters = _constructor.GetParameters();
        for (int i = 0; i < parameters.Length; i++)
        {
            if (parameters[i].ParameterType == typeof(AgentNumber))
                arguments[i] = new AgentNumber(number, _count);
            else if (parameters[i].ParameterType == typeof(FundamentalValue))
                arguments[i] = value;
        }

        return (Agent)ParameterBinder.Construct(_constructor.DeclaringType!, arguments, _node);
    }

    /// <summary>Participants are called <c>group/1</c>, <c>group/2</c>, …: a group called so would not be told from one of them.</summary>
    static string Name(Node node)
    {
        string name = Values.Text(node);
        return name.Contains('/', StringComparison.Ordinal)
            ? throw new ScenarioException(node, $"'{name}' cannot name a group: leave out the '/'.")
            : name;
    }

    /// <summary>An amount of currency as cash.</summary>
    public static Cash OpeningCash(Node node, Instrument instrument)
    {
        decimal units = Values.Number(node, "an amount of currency") / instrument.CashUnit;
        return units == decimal.Truncate(units) && Math.Abs(units) <= 1_000_000_000_000_000m
            ? new Cash((long)units)
            : throw new ScenarioException(node, $"{node.Kind} is not a whole number of cash units of {Values.Plain(instrument.CashUnit)}, or too large.");
    }
}
