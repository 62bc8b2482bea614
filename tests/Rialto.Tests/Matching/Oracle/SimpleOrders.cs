using Rialto.Trading;

namespace Rialto.Tests.Matching.Oracle;

/// <summary>The live orders of a venue, found by the names that their participants gave them.</summary>
sealed class SimpleOrders
{
    readonly Dictionary<(int Participant, long Name), SimpleOrder> _orders = [];

    /// <summary>In no order: whoever needs one has to sort.</summary>
    public IEnumerable<SimpleOrder> All => _orders.Values;

    public void Add(SimpleOrder order) => _orders.Add((order.Participant.Value, order.Name.Value), order);

    public void Remove(SimpleOrder order) => _orders.Remove((order.Participant.Value, order.Name.Value));

    public SimpleOrder? Find(ParticipantId participant, ClientOrderId name) =>
        _orders.GetValueOrDefault((participant.Value, name.Value));
}
