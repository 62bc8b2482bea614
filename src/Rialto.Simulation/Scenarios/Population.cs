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

    const decimal MostCash = 1_000_000_000_000_000m;

    readonly ConstructorInfo _constructor;
    readonly object?[] _arguments;
    readonly Node _node;
    readonly Listing _home;
    readonly Connection _connection;
    readonly ArrivalSchedule _start;
    readonly Instrument _instrument;
    readonly int _instruments;
    readonly object _cash;
    readonly object _inventory;
    readonly int _count;

    public Population(MapEntry entry, AgentKinds kinds, ScenarioNames names, string folder)
    {
        Section section = new(entry.Value, "the agents' parameters");
        _node = entry.Value;
        Entry = entry;
        _constructor = kinds.Find(entry.Place, entry.Key).GetConstructors()[0];
        Group = section.Find("name") is { } name ? Name(name) : entry.Key;
        _count = section.Find("count") is { } count ? (int)Values.Integer(count, 1, 10_000_000) : 1;
        _home = new Listing(
            names.Venue(section.Find("venue"), section), names.Instrument(section.Find("instrument"), section));
        _connection = new Connection(section, names.Network, folder);
        _start = ArrivalSchedule.Read(section.Find("start"));

        Instrument instrument = _instrument = names.Instruments[_home.Instrument.Value];
        _instruments = names.Instruments.Count;
        _cash = section.Find("cash") is { } money ? OpeningCash(money) : 0L;
        _inventory = section.Find("inventory") is { } lots ? OpeningInventory(lots) : 0L;

        _arguments = new ParameterBinder(new BindingScope(instrument, names.Venues, folder)).Arguments(
            _constructor, section);
        if (_constructor.GetParameters().Any(p => p.ParameterType == typeof(FundamentalValue))
            && !names.HasValue(_home.Instrument))
        {
            throw new ScenarioException(
                $"{entry.Place}: '{entry.Key}' need to know what {instrument.Symbol} is worth: add it to 'values'.");
        }

        section.End();
        // What the constructor refuses is told now, not when the run begins.
        _ = NewAgent(new AgentDraws(0, Group, 1), Worthless);
    }

    /// <summary>The group as it was written.</summary>
    public MapEntry Entry { get; }

    public string Group { get; }

    public int Count => _count;

    /// <summary>Whether the group, or one of its agents, has this name.</summary>
    public bool IsCalled(string name) => name == Group
        || (_count > 1 && name.StartsWith(Group + "/", StringComparison.Ordinal)
            && int.TryParse(name.AsSpan(Group.Length + 1), out int number) && number >= 1 && number <= _count);

    /// <summary>Whether what agents begin with depends on the seed.</summary>
    public bool DrawsEndowments => _cash is Drawn || _inventory is Drawn;

    /// <summary>The group's accounts in a run.</summary>
    public IEnumerable<Participant> Participants(ulong seed)
    {
        long[] same = _inventory is long lots ? Endowment(lots) : [];
        for (int number = 1; number <= _count; number++)
        {
            AgentDraws draws = new(seed, Group, number);
            yield return new Participant(
                _count == 1 ? Group : $"{Group}/{number}", Group, new Cash((long)Drawn.Resolve(_cash, draws)!),
                _inventory is Drawn ? Endowment((long)Drawn.Resolve(_inventory, draws)!) : same);
        }
    }

    /// <param name="seed">The run's seed.</param>
    /// <param name="first">The participant of the group's first agent.</param>
    /// <param name="values">What each instrument is worth.</param>
    public IEnumerable<AgentSetup> Build(ulong seed, int first, IReadOnlyList<FundamentalValue?> values)
    {
        int number = 0;
        foreach (Timestamp start in _start.Draw(seed, Group, _count))
        {
            number++;
            AgentDraws draws = new(seed, Group, number);
            Agent agent = NewAgent(draws, values[_home.Instrument.Value]);
            yield return _connection.Connect(agent, new ParticipantId(first + number - 1), _home, start, draws);
        }
    }

    Agent NewAgent(AgentDraws draws, FundamentalValue? value)
    {
        object?[] arguments = [.. _arguments.Select(argument => Drawn.Resolve(argument, draws))];
        ParameterInfo[] parameters = _constructor.GetParameters();
        for (int i = 0; i < parameters.Length; i++)
        {
            if (parameters[i].ParameterType == typeof(AgentNumber))
                arguments[i] = new AgentNumber(draws.Number, _count);
            else if (parameters[i].ParameterType == typeof(FundamentalValue))
                arguments[i] = value;
        }

        return (Agent)ParameterBinder.Construct(_constructor.DeclaringType!, arguments, [], _node);
    }

    long[] Endowment(long lots)
    {
        long[] inventory = new long[_instruments];
        inventory[_home.Instrument.Value] = lots;
        return inventory;
    }

    /// <summary>
    /// Participants are called <c>group/1</c>, <c>group/2</c>, …: a group called so would not be told from one of them.
    /// </summary>
    static string Name(Node node)
    {
        string name = Values.Text(node);
        return name.Contains('/', StringComparison.Ordinal)
            ? throw new ScenarioException(node, $"'{name}' cannot name a group: leave out the '/'.")
            : name;
    }

    object OpeningCash(Node node)
    {
        if (DistributionReader.IsDistribution(node))
        {
            Measure units = new(
                amount => (double)(Values.Number(amount, "an amount of currency") / _instrument.CashUnit), x => (long)x,
                IsWhole: true, -(double)MostCash, (double)MostCash);
            return new DrawnValue("cash", DistributionReader.Read(node, units));
        }

        return CashUnits(node, _instrument);
    }

    /// <summary>An amount of currency in the market's unit of cash.</summary>
    public static long CashUnits(Node node, Instrument instrument)
    {
        decimal count = Values.Number(node, "an amount of currency") / instrument.CashUnit;
        return count == decimal.Truncate(count) && Math.Abs(count) <= MostCash
            ? (long)count
            : throw new ScenarioException(node, $"{node.Kind} is not a whole number of cash units of "
                + $"{Values.Plain(instrument.CashUnit)}, or too large.");
    }

    static object OpeningInventory(Node node)
    {
        const long Most = 1_000_000_000;
        return DistributionReader.IsDistribution(node)
            ? new DrawnValue("inventory", DistributionReader.Read(node, Measure.Whole(Most)))
            : Values.Integer(node, -Most, Most);
    }
}
