using Rialto.Markets;
using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Markets;

/// <summary>
/// Pegs as the LEEPS exchange had them, in a market: the prices that it was told by a file of somebody else's quotes
/// are those of another venue here. What single steps do is tested with a bare venue; what the exchange did otherwise
/// stands there too.
/// </summary>
public sealed class LeepsReferenceVectors
{
    static readonly Listing Lit = Scene.First;
    static readonly Listing Dark = Scene.Second;

    readonly Scene _scene = new(
        Scene.Continuous(),
        new VenueSetup([new ContinuousRules { FollowsExternalReference = true }], TieBreak.Arrival)
        {
            Reference = [new ReferenceLine(new(0), Clock.Ms(1))],
        });

    readonly ParticipantId _maker;
    readonly ParticipantId _ann;
    readonly ParticipantId _bob;

    public LeepsReferenceVectors() =>
        (_maker, _ann, _bob) = (_scene.Add("maker"), _scene.Add("ann"), _scene.Add("bob"));

    [Fact]
    public void At_equal_price_displayed_orders_beat_hidden_pegs_and_pegs_beat_worse_prices()
    {
        Quote(1, 99, 101);
        Peg(3, _ann, Side.Sell, limit: 90);
        _scene.Enter(4, _ann, Side.Sell, 100, listing: Dark);
        _scene.Enter(5, _ann, Side.Sell, 101, listing: Dark);
        _scene.Enter(6, _bob, Side.Buy, 101, lots: 3, listing: Dark);

        Assert.Equal(
            ["6 ann executed 2 1@100", "6 ann executed 1 1@100", "6 ann executed 3 1@101"],
            Executions("6 ann"));
    }

    /// <summary>The midpoint falls onto a displayed bid: the pegs trade there, at its price, the older first.</summary>
    [Fact]
    public void Pegs_that_move_across_a_displayed_order_trade_at_its_price_when_the_quotes_have_come()
    {
        (ClientOrderId bid, ClientOrderId ask) = Quote(1, 99, 101);
        Peg(3, _ann, Side.Sell, limit: 90);
        Peg(4, _ann, Side.Sell, limit: 90);
        _scene.Enter(5, _bob, Side.Buy, 98, lots: 2, listing: Dark);
        _scene.Cancel(6, _maker, bid, Lit);
        _scene.Cancel(6, _maker, ask, Lit);
        Quote(6, 95, 99);
        _scene.Run(until: 6.999);
        Assert.Empty(Executions(""));

        _scene.Run(until: 7);
        Assert.Equal(
            ["7 bob executed 1 1@98", "7 ann executed 1 1@98", "7 bob executed 1 1@98", "7 ann executed 2 1@98"],
            Executions(""));
    }

    [Fact]
    public void Pegs_sleep_when_the_quotes_go_and_both_sides_are_tried_when_they_come_back()
    {
        (ClientOrderId bid, _) = Quote(1, 99, 101);
        Peg(3, _ann, Side.Sell, limit: 90);
        _scene.Cancel(4, _maker, bid, Lit);
        _scene.Enter(6, _bob, Side.Buy, 102, listing: Dark);
        Peg(7, _bob, Side.Buy, limit: 110);
        _scene.Run(until: 8);
        Assert.Empty(Executions(""));

        _scene.Enter(9, _maker, Side.Buy, 99, listing: Lit);
        _scene.Run(until: 10);
        Assert.Equal(["10 bob executed 1 1@102", "10 ann executed 1 1@102"], Executions(""));
    }

    (ClientOrderId Bid, ClientOrderId Ask) Quote(double at, long bid, long ask) =>
        (_scene.Enter(at, _maker, Side.Buy, bid, lots: 9, listing: Lit),
            _scene.Enter(at, _maker, Side.Sell, ask, lots: 9, listing: Lit));

    void Peg(double at, ParticipantId who, Side side, long limit) =>
        _scene.Submit(at, who, Order.MidpointPeg(side, Quantity.One, new Price(limit)), Dark);

    IEnumerable<string> Executions(string of) => _scene.Log.Where(line =>
        line.StartsWith(of, StringComparison.Ordinal) && line.Contains("executed", StringComparison.Ordinal));
}
