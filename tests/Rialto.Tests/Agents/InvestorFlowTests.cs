using Rialto.Agents;
using Rialto.Journal;
using Rialto.Markets;
using Rialto.Tests.Markets;
using Rialto.Trading;

namespace Rialto.Tests.Agents;

/// <summary>Exogenous order flow: unit orders at Poisson times, around a value, on a grid, each for its time.</summary>
public sealed class InvestorFlowTests
{
    static readonly Duration Lifetime = Clock.Ms(700);

    [Fact]
    public void Orders_come_at_the_rate_and_at_the_prices_asked_for()
    {
        List<Request> requests = Requests(seed: 7);

        Assert.InRange(requests.Count, 10_000 - 400, 10_000 + 400);
        Assert.InRange((double)requests.Count(request => request.Side == Side.Buy) / requests.Count, 0.48, 0.52);
        Assert.All(requests, request => Assert.Equal(
            (RequestKind.Enter, OrderType.Limit, TimeInForce.GoodTillTime, Quantity.One, 0L),
            (request.Kind, request.Type, request.TimeInForce, request.Quantity, request.Limit.Ticks % 10)));

        // Before the value falls, and after it; the bias moves all of them up by 20.
        foreach ((Side side, bool isLate, double centre) in (ReadOnlySpan<(Side, bool, double)>)
            [(Side.Buy, false, 10_000 - 100 + 20), (Side.Sell, false, 10_000 + 100 + 20),
                (Side.Buy, true, 9_000 - 100 + 20), (Side.Sell, true, 9_000 + 100 + 20)])
        {
            double[] prices = [.. requests.Where(request => request.Side == side
                && request.Expiry > Clock.At(500_700 + 5) == isLate)
                .Select(request => (double)request.Limit.Ticks)];
            double mean = prices.Average();
            Assert.InRange(mean, centre - 10, centre + 10);
            Assert.InRange(Math.Sqrt(prices.Average(price => (price - mean) * (price - mean))), 115, 125);
        }
    }

    [Fact]
    public void An_order_lives_from_its_arrival_on()
    {
        Scene scene = new();
        scene.Add("investors", Flow(), orderLatency: 5);
        Market market = new(scene.Setup());
        List<Duration> lives = [];
        market.Add(new Watch((at, request) => lives.Add(request.Expiry - at)));
        market.RunUntil(Clock.At(1000));

        Assert.NotEmpty(lives);
        Assert.All(lives, life => Assert.Equal(Lifetime, life));
    }

    [Fact]
    public void The_seed_decides_and_nothing_else()
    {
        Assert.Equal(Requests(seed: 7), Requests(seed: 7));
        Assert.NotEqual(Requests(seed: 7).Take(10), Requests(seed: 8).Take(10));
    }

    static InvestorFlow Flow() => new(
        new ScriptedValue([(Timestamp.Zero, new Price(10_000)), (Clock.At(500_000), new Price(9_000))]),
        new Rate(10), new Ticks(100), new Ticks(120), new Ticks(10), Lifetime, new Ticks(20));

    static List<Request> Requests(ulong seed)
    {
        Scene scene = new() { Seed = seed };
        scene.Add("investors", Flow(), orderLatency: 5);
        Market market = new(scene.Setup());
        List<Request> requests = [];
        market.Add(new Watch((_, request) => requests.Add(request)));
        market.RunUntil(Clock.At(1_000_000));
        return requests;
    }

    sealed class Watch(Action<Timestamp, Request> see) : IMarketListener
    {
        public void OnStep(in Step step)
        {
            if (step.Input.Kind == InputKind.Request)
                see(step.Input.At, step.Input.Request);
        }
    }
}
