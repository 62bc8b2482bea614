using Rialto.Agents;
using Rialto.Simulation;
using Rialto.Trading;

namespace Rialto.Tests.Simulation;

/// <summary>
/// In the place of a parameter there may be a distribution, from which each agent of a group draws for itself.
/// </summary>
public sealed class DistributionTests
{
    const int Count = 4000;

    [Theory]
    [InlineData("uniform: [10 ms, 30 ms]", 20, 5.77, 10, 30)]
    [InlineData("normal: [20 ms, 2 ms]", 20, 2, 0, 40)]
    [InlineData("normal: [0 ms, 10 ms]", 7.98, 6.03, 0, 60)] // a time is not below zero: the half-normal law
    [InlineData("normal: { mean: 20 ms, deviation: 4 ms }, min: 20 ms", 23.19, 2.41, 20, 60)]
    [InlineData("lognormal: [20 ms, 0.5]", 22.66, 12.08, 0, 400)]
    [InlineData("lognormal: { median: 20 ms, sigma: 0 }", 20, 0, 20, 20)]
    [InlineData("exponential: 20 ms", 20, 20, 0, 400)]
    [InlineData("choice: [10 ms, 20 ms, 60 ms]", 30, 21.6, 10, 60)]
    [InlineData("choice: [10 ms, 20 ms, 60 ms], weights: [1, 3, 0]", 17.5, 4.33, 10, 20)]
    public void A_law_has_the_moments_written_down(string law, double mean, double deviation, double least, double most)
    {
        double[] spans = [.. Agents($"span: {{ {law} }}").Select(agent => agent.Span.Nanoseconds / 1e6)];
        double found = spans.Average();

        Assert.InRange(
            found, mean - (5 * deviation / Math.Sqrt(Count)) - 0.01, mean + (5 * deviation / Math.Sqrt(Count)) + 0.01);
        Assert.InRange(
            Math.Sqrt(spans.Average(span => (span - found) * (span - found))), 0.85 * deviation, 1.15 * deviation);
        Assert.All(spans, span => Assert.InRange(span, least, most));
    }

    [Fact]
    public void Every_kind_of_parameter_can_be_drawn_in_its_own_unit()
    {
        DrawingAgent[] agents = Agents(
            """
            span: { uniform: [1 s, 2 s] }, rate: { uniform: [1 / min, 2 / min] }, price: { normal: [99.50, 0.015] }, offset: { uniform: [-0.02, 0.02] },
                    size: { choice: [100, 200] }, weight: { uniform: [-1, 1] }, small: { uniform: [1, 3] }, is-fast: { choice: [yes, no] },
                    label: { choice: [left, right] }, mood: { choice: [very-calm, restless], weights: [9, 1] }, first: { at: { exponential: 1 s }, price: 2 },
                    plan: [[{ exponential: 1 s }, { uniform: [1, 2] }, restless]], elsewhere: { choice: [focal, external] }
            """);

        Assert.All(agents, agent => Assert.InRange(agent.Rate.PerSecond, 1.0 / 60, 2.0 / 60));
        Assert.All(agents, agent => Assert.InRange(agent.Price.Ticks, 9940, 9960));
        Assert.InRange(agents.Select(agent => agent.Price).Distinct().Count(), 8, 16);
        Assert.Equal([-2, -1, 0, 1, 2], agents.Select(agent => agent.Offset.Count).Distinct().Order());
        Assert.Equal([100, 200], agents.Select(agent => agent.Size.Lots).Distinct().Order());
        Assert.InRange(agents.Average(agent => agent.Weight), -0.05, 0.05);
        Assert.Equal([1, 2, 3], agents.Select(agent => agent.Small).Distinct().Order());
        Assert.InRange(agents.Count(agent => agent.IsFast), (Count / 2) - 130, (Count / 2) + 130);
        Assert.Equal(["left", "right"], agents.Select(agent => agent.Label).Distinct().Order());
        Assert.InRange(agents.Count(agent => agent.Mood == Mood.Restless), (Count / 10) - 80, (Count / 10) + 80);
        Assert.InRange(agents.Average(agent => agent.First.At.Seconds), 0.93, 1.07);
        Assert.InRange(agents.Average(agent => agent.Plan[0].Price.Ticks), 149, 151);
        Assert.Equal(["external", "focal"], agents.Select(agent => agent.Elsewhere.Value).Distinct().Order());
        Assert.InRange(
            Correlation([.. agents.Select(agent => agent.First.At.Seconds)], [.. agents.Select(agent =>
                agent.Plan[0].At.Seconds)]),
            -0.07, 0.07);
    }

    [Fact]
    public void What_an_agent_draws_depends_on_its_own_name_and_key_only()
    {
        Duration[] few = [.. Agents("span: { exponential: 1 s }", count: 3).Select(agent => agent.Span)];
        DrawingAgent[] more = Agents("weight: { uniform: [0, 1] }, span: { exponential: 1 s }", count: 5);

        Assert.Equal(few, more.Take(3).Select(agent => agent.Span));
        Assert.NotEqual(few, Agents("span: { exponential: 1 s }", count: 3, seed: 8).Select(agent => agent.Span));
    }

    [Fact]
    public void Cash_and_inventory_can_be_drawn_and_differ_between_seeds()
    {
        Scenario scenario = Scenario("cash: { uniform: [100, 200] }, inventory: { choice: [-5, 5] }", 50);
        Participant[] first = [.. scenario.Build(1).Directory.Participants];

        Assert.All(first, participant => Assert.InRange(participant.OpeningCash.Units, 10_000, 20_000));
        Assert.Equal([-5L, 5L], first.Select(participant => participant.OpeningInventory[0]).Distinct().Order());
        Assert.NotEqual(
            first.Select(p => p.OpeningCash), scenario.Build(2).Directory.Participants.Select(p => p.OpeningCash));
        Assert.Equal(
            first.Select(p => p.OpeningCash), scenario.Build(1).Directory.Participants.Select(p => p.OpeningCash));
    }

    [Fact]
    public void Agents_arrive_together_at_drawn_times_or_one_after_the_other()
    {
        Assert.All(Starts("start: 3 s", 10), start => Assert.Equal(3, start));
        Assert.Equal([2, 2.5, 3, 3.5], Starts("start: { every: 500 ms, from: 2 s }", 4));
        Assert.InRange(Starts("start: { uniform: [1 s, 3 s] }", Count).Average(), 1.95, 2.05);

        double[] poisson = Starts("start: { poisson: 100 / s, from: 1 s }", Count);
        Assert.Equal(poisson.Order(), poisson);
        Assert.InRange(poisson[^1], 1 + (40 * 0.95), 1 + (40 * 1.05));

        // Density ∝ (t − 2)² on [0, 4]: mean 2, variance 4 · 3 / 5, a quarter of the way in lie (1 − 1/8) / 2.
        double[] quadratic = Starts("start: { u-quadratic: [0 s, 4 s] }", Count);
        Assert.InRange(quadratic.Average(), 1.9, 2.1);
        Assert.InRange(quadratic.Average(start => (start - 2) * (start - 2)), 2.4 * 0.96, 2.4 * 1.04);
        Assert.InRange(quadratic.Count(start => start < 1) / (double)Count, 0.4375 - 0.035, 0.4375 + 0.035);
        Assert.All(quadratic, start => Assert.InRange(start, 0, 4));
    }

    [Theory]
    [InlineData("span: { uniform: [2 s, 1 s] }", "the greatest value of a uniform distribution lies below the least.")]
    [InlineData("span: { uniform: [1, 2] }", "found '1', expected a time with its unit, for example 500 ms or 10 s.")]
    [InlineData("span: { uniform: 1 s }", "found '1 s', expected a list of the least and the greatest value.")]
    [InlineData("span: { normal: [1 s, 1 s], mean: 3 }", "unknown key 'mean'; did you mean 'min'?")]
    [InlineData("span: { normal: { mean: 1 s } }", "'deviation' is missing: expected a value.")]
    [InlineData("span: { normal: [1 s, 1 ms], min: 5 s }", "10000 draws lie outside of what is allowed here.")]
    [InlineData("span: { lognormal: [1 s, -1] }", "a sigma is zero or more.")]
    [InlineData("span: { choice: [1 s, 2 s], weights: [1] }",
        "expected 2 weights, one per value, none below zero and not all zero.")]
    [InlineData("span: { choice: [] }", "expected at least one value.")]
    [InlineData("is-fast: { uniform: [yes, no] }",
        "'choice' is missing: expected a list of values; other distributions are of numbers.")]
    [InlineData("start: { poison: 1 / s }", "'poisson' is missing; did you mean it by 'poison'?")]
    [InlineData("start: { u-quadratic: [2 s, 1 s] }", "the latest time lies before the earliest.")]
    public void A_mistake_is_refused_where_it_stands(string keys, string message)
    {
        ScenarioException refused = Assert.Throws<ScenarioException>(() => Scenario(keys, 3));

        Assert.Matches(@"^scenario\.yaml:12:\d+: ", refused.Message);
        Assert.EndsWith(message, refused.Message, StringComparison.Ordinal);
    }

    static double[] Starts(string keys, int count) =>
        [.. Scenario(keys, count).Build(7).Agents.Where(setup => setup.Agent is DrawingAgent).Select(setup =>
            setup.Start.Nanoseconds / 1e9)];

    static DrawingAgent[] Agents(string keys, int count = Count, ulong seed = 7) =>
        [.. Scenario(keys, count).Build(seed).Agents.Select(setup => setup.Agent).OfType<DrawingAgent>()];

    static Scenario Scenario(string keys, int count)
    {
        AgentKinds kinds = new();
        kinds.Add(typeof(DrawingAgent).Assembly);
        return ScenarioText.Read(
            ScenarioText.Good[..ScenarioText.Good.IndexOf("agents:\n", StringComparison.Ordinal)]
            + $"agents:\n  - drawing-agent: {{ venue: focal, count: {count}, {keys} }}\n", kinds);
    }

    static double Correlation(double[] x, double[] y)
    {
        (double a, double b) = (x.Average(), y.Average());
        return x.Zip(y, (i, j) => (i - a) * (j - b))
            .Sum() / Math.Sqrt(x.Sum(i => (i - a) * (i - a)) * y.Sum(j => (j - b) * (j - b)));
    }
}

/// <summary>Shows what it was given.</summary>
public sealed class DrawingAgent(
    Duration span = default, Rate rate = default, Price price = default, Ticks offset = default,
    Quantity size = default, double weight = 0, int small = 0, bool isFast = false, string? label = null,
    VenueName elsewhere = default, Mood mood = Mood.VeryCalm, PlanItem? first = null,
    IReadOnlyList<PlanItem>? plan = null) : Agent
{
    public Duration Span => span;
    public Rate Rate => rate;
    public Price Price => price;
    public Ticks Offset => offset;
    public Quantity Size => size;
    public double Weight => weight;
    public int Small => small;
    public bool IsFast => isFast;
    public string? Label => label;
    public VenueName Elsewhere => elsewhere;
    public Mood Mood => mood;
    public PlanItem First => first!;
    public IReadOnlyList<PlanItem> Plan => plan!;

    protected override AgentTask TradeAsync(IMarketAccess market) => default;
}
