using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>Reads the section <c>risk</c>: limits for everybody, and others for some groups.</summary>
sealed class RiskReader
{
    const long Most = 1_000_000_000_000_000;

    readonly decimal _cashUnit;
    readonly RiskLimits? _limits;
    readonly List<(string Group, RiskLimits Limits)> _groups = [];

    /// <param name="node">The section; null if there is none.</param>
    /// <param name="cashUnit">In currency.</param>
    /// <param name="groups">The groups of agents that there are.</param>
    public RiskReader(Node? node, decimal cashUnit, IReadOnlyCollection<string> groups)
    {
        _cashUnit = cashUnit;
        if (node is null)
            return;

        Section section = new(node, "limits of risk");
        _limits = Read(section, new RiskLimits());
        foreach (
            MapEntry entry in section.Find("groups") is { } named ? new Section(named, "limits by group").Names() : [])
        {
            if (!groups.Contains(entry.Key))
            {
                throw new ScenarioException(
                    $"{entry.Place}: there is no group '{entry.Key}'{NearestName.Hint(entry.Key, groups)}");
            }

            Section group = new(entry.Value, "limits of risk");
            _groups.Add((entry.Key, Read(group, _limits)));
            group.End();
        }

        section.End();
    }

    /// <summary>The limits of a group's participants; null if it has none.</summary>
    public RiskLimits? Of(string group)
    {
        RiskLimits? limits = _groups.FirstOrDefault(named => named.Group == group).Limits ?? _limits;
        return limits == new RiskLimits() ? null : limits;
    }

    /// <param name="section">Where they are written.</param>
    /// <param name="general">What holds where they are not; <c>none</c> takes a limit away.</param>
    RiskLimits Read(Section section, RiskLimits general)
    {
        (Ticks? ticks, long? part) = Read(section, "collar", (general.Collar, general.CollarMillionths), Collar);
        return new RiskLimits
        {
            Order = Read(section, "quantity", general.Order, Lots),
            Collar = ticks,
            CollarMillionths = part,
            Position = Read(section, "position", general.Position, Lots),
            Short = Read(section, "short", general.Short, Lots),
            OpenOrders = Read(section, "open-orders", general.OpenOrders, node =>
                (int?)Values.Integer(node, 0, int.MaxValue)),
            Messages = Read(section, "messages", general.Messages, Messages),
            Loss = Read(section, "loss", general.Loss, Money),
            MarginMillionths = Read(section, "margin", general.MarginMillionths, node =>
                Values.Part(node, "a part, for example 10 %", 0, 1_000 * Fee.Whole)),
        };
    }

    static T Read<T>(Section section, string key, T general, Func<Node, T> read) => section.Find(key) switch
    {
        null => general,
        ScalarNode { Text: "none" } => default!,
        { } node => read(node),
    };

    static Quantity? Lots(Node node) => new Quantity(Values.Integer(node, 0, Most));

    Cash? Money(Node node)
    {
        decimal units = Values.Number(node, "an amount of currency") / _cashUnit;
        return units is >= 0 and <= Most && units == decimal.Truncate(units)
            ? new Cash((long)units)
            : throw new ScenarioException(node, $"{node.Kind} is not a whole number of cash units of "
                + $"{Values.Plain(_cashUnit)}, or negative, or too large.");
    }

    static (Ticks?, long?) Collar(Node node)
    {
        const string Expected = "a distance with its unit, for example 50 ticks or 5 %";
        string text = Values.Text(node, Expected);
        if (!text.EndsWith("ticks", StringComparison.Ordinal))
            return (null, Values.Part(node, Expected, 0, Fee.Whole));

        return (new Ticks(Values.Integer(new ScalarNode(node.Place, text[..^"ticks".Length].Trim()), 0, Most)), null);
    }

    static MessageRate? Messages(Node node)
    {
        const string Expected = "a number per time, for example 100 / s or 5 / 10 ms";
        string[] parts = Values.Text(node, Expected).Split('/', StringSplitOptions.TrimEntries);
        if (parts is not [{ } number, { Length: > 0 } time])
            throw Values.Wrong(node, Expected);

        Duration window = Values.PositiveSpan(
            new ScalarNode(node.Place, char.IsAsciiDigit(time[0]) ? time : "1 " + time));
        return new MessageRate((int)Values.Integer(new ScalarNode(node.Place, number), 1, MessageRate.Most), window);
    }
}
