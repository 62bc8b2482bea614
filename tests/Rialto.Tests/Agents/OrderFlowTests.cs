using Rialto.Agents;
using Rialto.Journal;
using Rialto.Markets;
using Rialto.Tests.Markets;
using Rialto.Trading;

namespace Rialto.Tests.Agents;

/// <summary>Exogenous order flow: how often, of which kind, where, and what becomes of it.</summary>
public sealed class OrderFlowTests
{
    static readonly LimitPlacement Near = new(new Ticks(3));

    [Theory]
    [InlineData(PlacementLaw.Uniform, 1, 0.25, 0.25)]
    [InlineData(PlacementLaw.Exponential, 2, 0.455, 0.1015)] // (1 − e^−½) / (1 − e^−2), times e^−3/2
    [InlineData(PlacementLaw.PowerLaw, 1, 0.48, 0.12)] // 1 / (1 + ½ + ⅓ + ¼)
    public void Distances_are_as_probable_as_the_law_says(
        PlacementLaw law, double scale, double nearest, double farthest)
    {
        const int Draws = 40_000;
        LimitPlacement placement = new(new Ticks(4), law, scale);
        RandomStream random = new(7, "placement");
        long[] counts = new long[6];
        for (int i = 0; i < Draws; i++)
            counts[placement.Draw(random).Count]++;

        Assert.Equal(nearest, placement.Probability(1), 3);
        Assert.Equal(farthest, placement.Probability(4), 3);
        Assert.Equal((0, 0, 0), (placement.Probability(0), placement.Probability(5), counts[0]));
        for (int distance = 1; distance <= 4; distance++)
            Assert.InRange((counts[distance] / (double)Draws) - placement.Probability(distance), -0.011, 0.011);
        Assert.Equal(
            (new Price(95), new Price(105)),
            (LimitPlacement.Behind(new(100), Side.Buy, new(5)), LimitPlacement.Behind(new(100), Side.Sell, new(5))));
    }

    [Fact]
    public void Kinds_are_as_frequent_as_their_rates() => Assert.Equal(
        [FlowKind.Limit, FlowKind.Limit, FlowKind.Market, FlowKind.Market],
        ((double[])[0, 0.749, 0.751, 0.999]).Select(draw => PoissonFlow.KindOf(draw, new Rate(3), new Rate(1))));

    [Fact]
    public void A_poisson_flow_has_its_rates_and_its_orders_live_as_long_as_they_should()
    {
        PoissonFlow flow = new(
            new Rate(60), new Rate(15), new Rate(0.5), new LimitPlacement(new Ticks(200)), new Price(10_000),
            buyShare: 0.4);
        List<Request> requests = [];
        Market market = Run(flow, seconds: 200, requests.Add);

        Assert.InRange(requests.Count(request => request.Type == OrderType.Limit), 12_000 - 440, 12_000 + 440);
        Assert.InRange(requests.Count(request => request.Type == OrderType.Market), 3_000 - 220, 3_000 + 220);
        Assert.InRange(requests.Count(request => request.Side == Side.Buy) / (double)requests.Count, 0.38, 0.42);

        // Far from the best prices an order is not met: what rests is Poisson with the mean of rate over cancel rate,
        // 60 / 0.5, less the 15 / 0.5 at most that market orders take.
        int resting = market.Levels(default, Side.Buy).Concat(market.Levels(default, Side.Sell)).Sum(level =>
            level.Orders);
        Assert.InRange(resting, 90 - 40, 120 + 40);
        Assert.All(requests.Where(request => request.Type == OrderType.Limit), request =>
            Assert.Equal(TimeInForce.GoodTillTime, request.TimeInForce));
    }

    [Fact]
    public void A_limit_order_is_placed_behind_the_other_sides_best_price()
    {
        List<Request> requests = [];
        int trades = 0;
        Scene scene = new() { Seed = 7 };
        scene.Add(
            "flow", new PoissonFlow(new Rate(50), new Rate(10), new Rate(0.1), Near, new Price(500)), orderLatency: 0);
        Market market = new(scene.Setup());
        market.Add(new Watch(requests.Add, (type, traded) =>
        {
            Assert.False(traded && type == OrderType.Limit);
            trades += traded ? 1 : 0;
        }));
        market.RunUntil(Clock.At(60_000));

        Assert.InRange(Math.Abs(requests[0].Limit.Ticks - 500), 1, 3);
        Assert.InRange(trades, 300, 900);
    }

    [Fact]
    public void A_hawkes_flow_has_the_mean_rates_asked_for_and_cancels_its_own_orders()
    {
        HawkesFlow flow = new(
            new Rate(40), new Rate(10), new Rate(28), 0.6, new Rate(20), new LimitPlacement(new Ticks(20)),
            new Price(10_000));
        List<Request> requests = [];
        Market market = Run(flow, seconds: 400, requests.Add);

        // A Fano factor of 1 / (1 − 0.6)² = 6.25 makes five standard errors of the 16 000 about 10 %.
        Assert.InRange(
            requests.Count(request => request is { Kind: RequestKind.Enter, Type: OrderType.Limit }), 16_000 * 0.9,
            16_000 * 1.1);
        Assert.InRange(
            requests.Count(request => request is { Kind: RequestKind.Enter, Type: OrderType.Market }), 4_000 * 0.85,
            4_000 * 1.15);
        Assert.InRange(requests.Count(request => request.Kind == RequestKind.Cancel), 11_200 * 0.85, 11_200 * 1.1);
        Assert.InRange(
            market.Levels(default, Side.Buy).Concat(market.Levels(default, Side.Sell)).Sum(level => level.Orders), 1,
            2_500);
    }

    [Fact]
    public void A_live_order_is_drawn_once_it_is_known_and_until_it_is_gone()
    {
        LiveOrders live = new();
        RandomStream random = new(7, "live");
        for (long i = 1; i <= 30; i++)
            live.Add(new ClientOrderId(i), i % 3 == 0 ? Side.Sell : Side.Buy);
        live.Add(new ClientOrderId(3), Side.Sell);
        live.Remove(new ClientOrderId(99));
        Assert.Equal((20, 10), (live.Count(Side.Buy), live.Count(Side.Sell)));

        SortedSet<long> drawn = [];
        while (live.TryDraw(Side.Sell, random, out ClientOrderId order))
        {
            Assert.True(drawn.Add(order.Value));
            live.Remove(order);
        }

        Assert.Equal([3, 6, 9, 12, 15, 18, 21, 24, 27, 30], drawn);
        Assert.Equal((20, 0), (live.Count(Side.Buy), live.Count(Side.Sell)));
    }

    [Fact]
    public void A_recorded_flow_is_sent_as_it_stands()
    {
        RecordedFlow flow = new(
        [
            new(Clock.Ms(1), FlowKind.Limit, Side.Sell, new Quantity(5), new Price(101), "a"),
            new(Clock.Ms(2), FlowKind.Market, Side.Buy, new Quantity(2)),
            new(Clock.Ms(2), FlowKind.Limit, Side.Buy, new Quantity(4), new Price(99), "b"),
            new(Clock.Ms(3), FlowKind.Cancel, Quantity: new Quantity(1), Order: "a"),
            new(Clock.Ms(4), FlowKind.Cancel, Order: "b"),
            new(Clock.Ms(5), FlowKind.Cancel, Order: "unknown"),
        ]);
        List<string> sent = [];
        Market market = Run(flow, seconds: 1, request =>
            sent.Add($"{request.Kind} {request.Side} {request.Type} {request.Limit} {request.Quantity}"));

        Assert.Equal(
            ["Enter Sell Limit 101 5", "Enter Buy Market 0 2", "Enter Buy Limit 99 4", "Cancel Buy Limit 0 1",
                "Cancel Buy Limit 0 0"],
            sent);
        Assert.Equal(
            (1, 1L), (market.Levels(default, Side.Sell).Length, market.Levels(default, Side.Sell)[0].Quantity.Lots));
        Assert.Empty(market.Levels(default, Side.Buy));
    }

    [Fact]
    public void A_recorded_flow_that_cannot_be_sent_is_refused_with_its_line()
    {
        FlowOrder good = new(Clock.Ms(5), FlowKind.Limit, Side.Buy, Quantity.One, new Price(1));
        foreach ((FlowOrder bad, string message) in ((FlowOrder, string)[])
            [(good with { Time = Clock.Ms(4) }, "the times of a flow ascend"),
                (good with { Price = null }, "a limit order has a price"),
             (good with { Side = null }, "an order has a side"),
             (good with { Quantity = Quantity.Zero }, "an order has at least one lot"),
             (good with { Type = FlowKind.Cancel }, "a cancel names an order"),
             (good with { Type = FlowKind.Market, Lifetime = Clock.Ms(1) }, "only a limit order has a lifetime")])
        {
            Assert.StartsWith(
                $"Line 2: {message}.", Assert.Throws<ArgumentException>(() => new RecordedFlow([good, bad])).Message,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_line_stands_for_the_order_that_it_describes()
    {
        Timestamp now = new(1_000);
        FlowOrder line = new(Duration.Zero, Side: Side.Sell, Quantity: new(3));

        Assert.Equal(Order.Market(Side.Sell, new(3)), RecordedFlow.OrderOf(line, now));
        Assert.Equal(
            Order.Limit(Side.Sell, new(3), new(7)).GoodTillCanceled(),
            RecordedFlow.OrderOf(line with { Price = new(7) }, now));
        Assert.Equal(
            Order.Limit(Side.Sell, new(3), new(7)).Until(new Timestamp(1_500)),
            RecordedFlow.OrderOf(line with { Price = new(7), Lifetime = new(500) }, now));
        Assert.Equal(
            Order.Market(Side.Sell, new(3)),
            RecordedFlow.OrderOf(line with { Type = FlowKind.Market, Price = new(7) }, now));
        Assert.Null(RecordedFlow.OrderOf(line with { Type = FlowKind.Cancel }, now));
    }

    static Market Run(Agent flow, double seconds, Action<Request> see)
    {
        Scene scene = new() { Seed = 7 };
        scene.Add("flow", flow, orderLatency: 0);
        Market market = new(scene.Setup());
        market.Add(new Watch(see));
        market.RunUntil(Clock.At(seconds * 1000));
        Assert.Empty(market.StoppedAgents);
        return market;
    }

    sealed class Watch(Action<Request> see, Action<OrderType, bool>? applied = null) : IMarketListener
    {
        public void OnStep(in Step step)
        {
            if (step.Input.Kind != InputKind.Request)
                return;

            see(step.Input.Request);
            bool traded = false;
            foreach (ref readonly MarketEvent happened in step.Events)
                traded |= happened.Kind == EventKind.Trade;
            applied?.Invoke(step.Input.Request.Type, traded);
        }
    }
}
