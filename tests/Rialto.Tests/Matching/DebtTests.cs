using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>Who begins with less than nothing, where nobody may owe, may still trade towards zero.</summary>
public sealed class DebtTests
{
    [Theory]
    [InlineData(SettlementPolicy.Reserve)]
    [InlineData(SettlementPolicy.ShrinkAtMatch)]
    public void Who_owes_cash_may_sell_to_those_who_come_and_to_those_who_wait(SettlementPolicy settlement)
    {
        (Venue venue, Clearing clearing) = Open(settlement, cash: -100, lots: 9);

        Trade(venue, first: Side.Sell, seller: 0, buyer: 1);
        Trade(venue, first: Side.Buy, seller: 0, buyer: 1);

        Assert.Equal((-80, 7), (clearing.CashOf(new(0)).Units, clearing.InventoryOf(new(0), default)));
    }

    [Theory]
    [InlineData(SettlementPolicy.Reserve)]
    [InlineData(SettlementPolicy.ShrinkAtMatch)]
    public void Who_owes_lots_may_buy_from_those_who_come_and_from_those_who_wait(SettlementPolicy settlement)
    {
        (Venue venue, Clearing clearing) = Open(settlement, cash: 100, lots: -9);

        Trade(venue, first: Side.Sell, seller: 1, buyer: 0);
        Trade(venue, first: Side.Buy, seller: 1, buyer: 0);

        Assert.Equal((80, -7), (clearing.CashOf(new(0)).Units, clearing.InventoryOf(new(0), default)));
    }

    static (Venue Venue, Clearing Clearing) Open(SettlementPolicy settlement, long cash, long lots)
    {
        MarketDirectory directory = new(
            ["venue"], [new Instrument { Symbol = "XYZ", TickSize = 1 }],
            [
                new Participant("debtor", "people", new Cash(cash), [lots]),
                new Participant("other", "people", new Cash(1000), [9]),
            ]);
        Clearing clearing = new(directory, settlement);
        return (new Venue([new ContinuousRules()], clearing, _ => new RandomStream(1, "lots")), clearing);
    }

    /// <summary>One lot at ten, whoever of the two comes first.</summary>
    static void Trade(Venue venue, Side first, int seller, int buyer)
    {
        long name = first == Side.Sell ? 1 : 2;
        foreach (Side side in (Side[])[first, first.Opposite])
        {
            Request order = default(Request) with
            {
                Side = side,
                Participant = new(side == Side.Sell ? seller : buyer),
                Order = new(name),
                Limit = new(10),
                Quantity = Quantity.One,
            };
            venue.Apply(order, default, new EventBuffer());
        }
    }
}
