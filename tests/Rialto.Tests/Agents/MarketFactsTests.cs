using Rialto.Agents;
using Rialto.Tests.Markets;
using Rialto.Trading;

namespace Rialto.Tests.Agents;

/// <summary>
/// The reference price and the signed volume of the LEEPS study, as they were meant and as they were computed.
/// </summary>
public sealed class MarketFactsTests
{
    /// <summary>
    /// k = 0.7: S = 1, 1 + e⁻⁰·⁷ = 1.4966, 1 + 1.4966·e⁻¹·⁴ = 1.3691, 1 + 1.3691 = 2.3691;
    /// R = 1,000,000, + 100,000 / 1.4966 = 1,066,819, then (900,000 − R) / 1.3691 more, then (1,000,000 − R) / 2.3691
    /// more.
    /// </summary>
    [Fact]
    public void The_reference_price_is_an_average_in_which_older_trades_count_less()
    {
        ExponentialFacts facts = new(referenceDecay: 0.7, volumeDecay: 0.5);
        List<Price?> references = [facts.ReferencePrice];
        foreach ((double at, long price) in (ReadOnlySpan<(double, long)>)[
            (5000, 1_000_000), (6000, 1_100_000), (8000, 900_000), (8000, 1_000_000)])
        {
            facts.Add(Trade(at, Side.Buy, price), default);
            references.Add(facts.ReferencePrice);
        }

        Assert.Equal(
            [null, new Price(1_000_000), new Price(1_066_819), new Price(944_969), new Price(968_198)], references);
    }

    /// <summary>k = 0.5: 2, after a second 2·e⁻⁰·⁵ − 1 = 0.2131, after another 0.2131·e⁻⁰·⁵.</summary>
    [Fact]
    public void Signed_volume_moves_by_a_lot_and_decays_all_the_time()
    {
        ExponentialFacts facts = new(referenceDecay: 0.7, volumeDecay: 0.5);
        Assert.Equal(0, facts.SignedVolume(Clock.At(0)));

        facts.Add(Trade(0, Side.Buy, 100, lots: 2), default);
        Assert.Equal(2, facts.SignedVolume(Clock.At(0)));
        Assert.Equal(1.2130613194, facts.SignedVolume(Clock.At(1000)), 1e-9);

        facts.Add(Trade(1000, Side.Sell, 100), default);
        Assert.Equal(0.2130613194, facts.SignedVolume(Clock.At(1000)), 1e-9);

        facts.Add(Trade(1500, Side.Sell, 100, lots: 9, liquidity: Liquidity.Auction), default);
        Assert.Equal(0.1292282228, facts.SignedVolume(Clock.At(2000)), 1e-9);
        Assert.Equal(0.0475404, facts.SignedVolume(Clock.At(4000)), 1e-7);
    }

    /// <summary>
    /// The predecessor's vector: a pair of executions at the ask at 0 s and at 1 s, one at the midpoint at 2 s, one at
    /// the bid at 3 s.
    /// </summary>
    [Fact]
    public void The_predecessors_signed_volume_decays_only_when_a_trade_comes()
    {
        LegacyFacts facts = new(referenceDecay: 0.7, volumeDecay: 0.5, Duration.FromSeconds(180), new Ticks(10_000));
        Quote before = QuoteOf(bid: 990_000, ask: 1_010_000);
        List<double> volumes = [];
        foreach ((double at, long price) in (ReadOnlySpan<(double, long)>)[
            (0, 1_010_000), (1000, 1_010_000), (2000, 1_000_000), (3000, 990_000)])
        {
            facts.Add(Trade(at, Side.Buy, price), before);
            volumes.Add(facts.SignedVolume(Clock.At(at + 999)));
        }

        Assert.Equal([1, 1.61, 1.61, -0.02], volumes);
    }

    /// <summary>
    /// k = 0.7 and 180 s make a decay of 126 per second: a second later nothing is left, and of two executions of one
    /// instant the second moves the price half of the way, to the nearest even multiple of the grid.
    /// </summary>
    [Fact]
    public void The_predecessors_reference_price_has_its_weights_swapped()
    {
        LegacyFacts facts = new(referenceDecay: 0.7, volumeDecay: 0.5, Duration.FromSeconds(180), new Ticks(10_000));
        List<Price?> references = [facts.ReferencePrice];
        foreach ((double at, long price) in (ReadOnlySpan<(double, long)>)[
            (0, 1_000_000), (1000, 1_100_000), (2000, 1_100_000), (3000, 1_100_000), (4000, 1_100_000)])
        {
            facts.Add(Trade(at, Side.Buy, price), default);
            references.Add(facts.ReferencePrice);
        }

        Assert.Equal(
            [null, new Price(1_000_000), new Price(1_050_000), new Price(1_080_000), new Price(1_090_000),
                new Price(1_100_000)],
            references);
    }

    static Trade Trade(double at, Side side, long price, long lots = 1, Liquidity liquidity = Liquidity.Removed) =>
        new(Clock.At(at), side, liquidity, new Price(price), new Quantity(lots));

    static Quote QuoteOf(long bid, long ask)
    {
        DisplayedBook book = new();
        book.Set(Side.Buy, new Level(new Price(bid), Quantity.One, 1));
        book.Set(Side.Sell, new Level(new Price(ask), Quantity.One, 1));
        return new Quote(Timestamp.Zero, book);
    }
}
