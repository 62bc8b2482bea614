using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>When each agent of a group begins: all at once, at times drawn for each, one after the other.</summary>
sealed class ArrivalSchedule
{
    const string Key = "start";

    readonly Func<AgentDraws, Timestamp, Timestamp> _next;

    ArrivalSchedule(Func<AgentDraws, Timestamp, Timestamp> next) => _next = next;

    /// <param name="node">A time, a distribution of times, or a schedule; null for the beginning of the run.</param>
    public static ArrivalSchedule Read(Node? node)
    {
        if (node is not MapNode)
        {
            Timestamp together = Timestamp.Zero + (node is null ? Duration.Zero : Values.Span(node));
            return new((_, _) => together);
        }

        if (DistributionReader.IsDistribution(node))
        {
            Func<RandomStream, object> draw = DistributionReader.Read(node, Measure.Span);
            return new((draws, _) => Timestamp.Zero + (Duration)draw(draws.For(Key)));
        }

        Section section = new(node, "a time, a distribution of times, or a schedule");
        ArrivalSchedule schedule = section.Find("u-quadratic") is { } range ? UQuadratic(range) : OneByOne(section);
        section.End();
        return schedule;
    }

    /// <summary>When the agents of a group begin, in their order.</summary>
    public IEnumerable<Timestamp> Draw(ulong seed, string group, int count)
    {
        Timestamp last = Timestamp.Zero;
        for (int number = 1; number <= count; number++)
            yield return last = _next(new AgentDraws(seed, group, number), last);
    }

    /// <summary>
    /// More at both ends than in between: density ∝ (t − middle)², as ABIDES wakes its noise agents (Byrd, Hybinette
    /// and Balch 2020, after the U-shape of daily volume).
    /// </summary>
    static ArrivalSchedule UQuadratic(Node node)
    {
        if (node is not ListNode { Items: [Node first, Node second] })
            throw Values.Wrong(node, "a list of the earliest and the latest time");

        (Duration from, Duration to) = (Values.Span(first), Values.Span(second));
        if (from > to)
            throw new ScenarioException(node, "the latest time lies before the earliest.");

        double half = (to - from).Nanoseconds / 2.0;
        double middle = from.Nanoseconds + half;
        return new((draws, _) =>
        {
            double u = (2 * draws.For(Key).NextDouble()) - 1;
            double root = u == 0 ? 0 : BitStable.Exp(BitStable.Log(Math.Abs(u)) / 3);
            return new Timestamp((long)Math.Round(middle + (half * (u < 0 ? -root : root))));
        });
    }

    /// <summary>At the times of a Poisson process, or regularly.</summary>
    static ArrivalSchedule OneByOne(Section section)
    {
        Duration from = section.Find("from") is { } begin ? Values.Span(begin) : Duration.Zero;
        if (section.Find("every") is { } every)
        {
            Duration interval = Values.Span(every);
            return new((draws, _) => Timestamp.Zero + from + (interval * (draws.Number - 1)));
        }

        Duration mean = Values.Frequency(section.Require(
            "poisson",
            "a rate of arrivals, or one of: every, u-quadratic, uniform, normal, exponential, choice")).MeanInterval;
        return new((draws, last) =>
            (draws.Number == 1 ? Timestamp.Zero + from : last) + draws.For(Key).NextExponential(mean));
    }
}
