using FsCheck.Fluent;
using Rialto.Agents;
using Rialto.Journal;
using Rialto.Markets;
using Rialto.Trading;

namespace Rialto.Tests.Markets;

/// <summary>What an asset is worth: paths of steps, and those who are told of them.</summary>
public sealed class FundamentalValueTests
{
    [Fact]
    public void A_scripted_path_is_right_continuous()
    {
        ScriptedValue value = new([(Clock.At(0), new Price(100)), (Clock.At(5), new Price(90)),
            (Clock.At(5), new Price(80)), (Clock.At(9), new Price(85))]);

        Assert.Equal(
            ["100", "100", "100", "80", "80", "85", "85"],
            ((Timestamp[])[
                new(-1), Clock.At(0), new(4_999_999), Clock.At(5), new(8_999_999), Clock.At(9), Timestamp.Never])
                .Select(time => value.At(time).ToString()));
        Assert.Equal(
            [Clock.At(0), Clock.At(5), Clock.At(5), Clock.At(9), Clock.At(9), Timestamp.Never, Timestamp.Never],
            ((Timestamp[])[
                new(-1), Clock.At(0), new(4_999_999), Clock.At(5), new(8_999_999), Clock.At(9), Clock.At(10)])
                .Select(value.NextMove));
    }

    [Fact]
    public void A_path_must_exist_and_its_times_ascend()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScriptedValue([]));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new ScriptedValue([(Clock.At(1), default), (Clock.At(0), default)]));
    }

    [Fact]
    public void Walking_from_move_to_move_meets_every_step_of_the_path() => Property.HoldsForLists(
        from span in Gen.Choose(0, 3)
        from value in Gen.Choose(-5, 5)
        select (span, value), steps =>
    {
        SortedDictionary<long, long> expected = new() { [0] = 7 };
        List<(Timestamp, Price)> path = [(Timestamp.Zero, new Price(7))];
        long at = 0;
        foreach ((int span, int value) in steps)
        {
            at += span;
            path.Add((new Timestamp(at), new Price(value)));
            expected[at] = value;
        }

        ScriptedValue scripted = new(path);
        List<KeyValuePair<long, long>> walked = [];
        for (Timestamp move = Timestamp.Zero; move != Timestamp.Never; move = scripted.NextMove(move))
            walked.Add(new(move.Nanoseconds, scripted.At(move).Ticks));

        Assert.Equal(expected, walked);
    });

    [Fact]
    public void Exponential_jumps_go_up_as_often_as_down_and_have_the_size_asked_for()
    {
        ScriptedValue value = JumpValue.Exponential(
            new Price(0), new Rate(1_000), 500, Clock.At(10_000), new RandomStream(1, "values/XYZ"));
        List<long> jumps = [];
        for (Timestamp move = value.NextMove(Timestamp.Zero); move != Timestamp.Never; move = value.NextMove(move))
            jumps.Add((value.At(move) - value.At(new Timestamp(move.Nanoseconds - 1))).Count);

        Assert.Equal(10_000, jumps.Count, 300d); // Three standard deviations each.
        Assert.Equal(500, jumps.Average(jump => Math.Abs(jump)), 15d);
        Assert.Equal(0.5, jumps.Count(jump => jump > 0) / (double)jumps.Count, 0.015);
    }

    [Fact]
    public void A_fixed_number_of_jumps_falls_within_the_horizon_and_has_the_moments_asked_for()
    {
        const int Jumps = 20_000;
        Timestamp horizon = Clock.At(1e6);
        ScriptedValue value = JumpValue.AtUniformTimes(
            new Price(1_000_000), Jumps, new Ticks(50), new Ticks(1400), horizon, new RandomStream(7, "values/XYZ"));
        (List<double> jumps, List<Timestamp> times) = Walk(value);

        Assert.InRange(jumps.Count, Jumps - 5, Jumps);
        Assert.InRange(jumps.Average(), 50 - 30, 50 + 30);
        Assert.InRange(Math.Sqrt(jumps.Average(jump => (jump - 50) * (jump - 50))), 1370, 1430);
        Assert.True(times[^1] <= horizon);
        Assert.InRange(times.Average(time => time.Nanoseconds / 1e6), 4.9e5, 5.1e5);
        Assert.Equal(new Price(1_000_000), value.At(Timestamp.Zero));
    }

    [Fact]
    public void Jumps_at_poisson_times_come_as_often_as_asked_and_depend_on_the_seed()
    {
        ScriptedValue first = Draw(7);
        (List<double> jumps, List<Timestamp> times) = Walk(first);

        Assert.InRange(jumps.Count, 5000 - 250, 5000 + 250);
        Assert.True(times[^1] <= Clock.At(1e7));
        Assert.Equal(jumps, Walk(Draw(7)).Jumps);
        Assert.Equal(times, Walk(Draw(7)).Times);
        Assert.NotEqual(times, Walk(Draw(8)).Times);

        static ScriptedValue Draw(ulong seed) => JumpValue.AtPoissonTimes(
            new Price(100), new Rate(0.5), default, new Ticks(14), Clock.At(1e7), new RandomStream(seed, "values/XYZ"));
    }

    [Fact]
    public void Listeners_are_told_the_value_at_the_beginning_and_at_every_move()
    {
        Scene scene = new() { Values = [new ScriptedValue(
            [(Clock.At(0), new Price(100)), (Clock.At(5), new Price(90)), (Clock.At(9), new Price(95))])] };
        ValueLog log = new();
        scene.Market.Add(log);
        scene.Run(until: 6);
        ValueLog late = new();
        scene.Market.Add(late);
        scene.Run(until: 50);

        Assert.Equal(["0 100", "5 90", "9 95"], log.Lines);
        Assert.Equal(["6 90", "9 95"], late.Lines);
    }

    static (List<double> Jumps, List<Timestamp> Times) Walk(FundamentalValue value)
    {
        List<double> jumps = [];
        List<Timestamp> times = [];
        Timestamp at = Timestamp.Zero;
        while (value.NextMove(at) is var move && move != Timestamp.Never)
        {
            jumps.Add((value.At(move) - value.At(at)).Count);
            times.Add(move);
            at = move;
        }

        return (jumps, times);
    }

    sealed class ValueLog : IMarketListener
    {
        public List<string> Lines { get; } = [];

        public void OnStep(in Step step) { }

        public void OnValue(Timestamp at, InstrumentId instrument, Price value) =>
            Lines.Add($"{Clock.Text(at)} {value}");
    }
}
