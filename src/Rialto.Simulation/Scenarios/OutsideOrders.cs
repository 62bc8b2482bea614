using Rialto.Markets;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>
/// The orders that interventions enter and cancel, for participants outside that no code decides for.
/// </summary>
sealed class OutsideOrders(ScenarioNames names, IReadOnlyList<Population> groups)
{
    readonly List<Participant> _participants = [];
    readonly List<(string Sender, string? Name, Listing Listing, long Number)> _orders = [];

    public IReadOnlyList<Participant> Participants => _participants;

    public InterventionBuilder Enter(Timestamp at, Node node)
    {
        Section section = new(node, "an order, for example { as: whale, side: sell, quantity: 500 }");
        string sender = Sender(section);
        Listing listing = new(
            names.Venue(section.Find("venue"), section), names.Instrument(section.Find("instrument"), section));
        Side side = Values.Choice<Side>(section.Require("side", "buy or sell"), ("buy", Side.Buy), ("sell", Side.Sell));
        Quantity quantity = new(Values.Integer(section.Require("quantity", "how many lots"), 1, 1_000_000_000));
        Order order = section.Find("price") is { } price
            ? Order.Limit(
                side, quantity, new Price(Values.WholeTicks(price, names.Instruments[listing.Instrument.Value])))
            : Order.Market(side, quantity);
        if (section.Find("time-in-force") is { } stays)
            order = order with { TimeInForce = Stay(stays) };

        string? name = section.Find("name") is { } given ? Values.Text(given) : null;
        NoteAccount(sender, section, listing.Instrument);
        section.End();
        if (name is not null && _orders.Exists(other => other.Sender == sender && other.Name == name))
            throw new ScenarioException(node, $"{sender} has an order '{name}' already: give this one another 'name'.");

        long number = 1 + _orders.Count(other => other.Sender == sender);
        _orders.Add((sender, name, listing, number));
        return (directory, _) =>
        [
            new RequestIntervention(at, order.ToRequest(RequestKind.Enter, listing) with
            {
                Participant = NumberOf(sender, directory), Order = new ClientOrderId(number),
            }),
        ];
    }

    public InterventionBuilder Cancel(Timestamp at, Node node)
    {
        Section section = new(node, "whose order, for example { as: whale, order: first }");
        string sender = Sender(section);
        Node? named = section.Find("order");
        section.End();
        string? name = named is null ? null : Values.Text(named);
        (string Sender, string? Name, Listing Listing, long Number)[] meant =
            [.. _orders.Where(order => order.Sender == sender && (name is null || order.Name == name))];
        if (meant.Length == 0)
        {
            throw new ScenarioException(named ?? node, $"{sender} has entered no such order before: an order is called "
                + $"by its 'name', and entered by an earlier intervention.");
        }

        RequestKind kind = name is null ? RequestKind.CancelAll : RequestKind.Cancel;
        return (directory, _) =>
            meant.DistinctBy(order => order.Listing).Select(order => new RequestIntervention(at, default(Request) with
        {
            Kind = kind, Participant = NumberOf(sender, directory), Listing = order.Listing,
            Order = name is null ? default : new ClientOrderId(order.Number),
        }));
    }

    string Sender(Section section)
    {
        Node node = section.Require("as", "the name of a participant outside");
        string sender = Values.Text(node);
        return groups.Any(group => group.IsCalled(sender)) || sender.Contains('/', StringComparison.Ordinal)
            ? throw new ScenarioException(node, $"'{sender}' is decided by code, or could be: call the participant "
                + $"outside by another name, without '/'.")
            : sender;
    }

    /// <summary>The first order of a sender says what its account begins with.</summary>
    void NoteAccount(string sender, Section section, InstrumentId instrument)
    {
        (Node? cash, Node? lots) = (section.Find("cash"), section.Find("inventory"));
        if (_participants.Exists(participant => participant.Name == sender))
        {
            if ((cash ?? lots) is { } late)
                throw new ScenarioException(late, $"what {sender} begins with stands in its first order.");
            return;
        }

        long[] inventory = new long[names.Instruments.Count];
        inventory[instrument.Value] = lots is null ? 0 : Values.Integer(lots, -1_000_000_000, 1_000_000_000);
        Cash opening = new(cash is null ? 0 : Population.CashUnits(cash, names.Instruments[instrument.Value]));
        _participants.Add(new Participant(sender, sender, opening, inventory));
    }

    static TimeInForce Stay(Node node) => Values.Choice<TimeInForce>(
        node,
        ("day", TimeInForce.Day), ("good-till-canceled", TimeInForce.GoodTillCanceled),
        ("immediate-or-cancel", TimeInForce.ImmediateOrCancel), ("fill-or-kill", TimeInForce.FillOrKill));

    static ParticipantId NumberOf(string sender, MarketDirectory directory)
    {
        for (int p = directory.Participants.Count - 1; p >= 0; p--)
        {
            if (directory.Participants[p].Name == sender)
                return new ParticipantId(p);
        }

        throw new ArgumentException($"{sender} is not in the market.", nameof(sender));
    }
}
