using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Tests.Agents.Background;

/// <summary>
/// Arrivals come as often as their pace says. Method: count them, and compare with the integral of the rate.
/// </summary>
public sealed class ArrivalsTests
{
    static readonly Duration Second = Duration.FromSeconds(1);
    static readonly Duration Day = Duration.FromSeconds(100_000);

    [Fact]
    public void A_steady_pace_gives_its_mean_number() =>
        Assert.InRange(Times(new ArrivalPace(Second), _ => 0).Count, 100_000 - 1300, 100_000 + 1300);

    [Fact]
    public void The_middle_of_a_day_is_quieter_than_its_ends()
    {
        List<double> times = Times(new ArrivalPace(Second, Day, UShape: 0.5), _ => 0);

        // 1 + ½ (12 x² − 1): the mean of a day is one, of its first tenth 1.72, of its middle tenth 0.505.
        Assert.InRange(times.Count, 100_000 - 1500, 100_000 + 1500);
        Assert.InRange(times.Count(time => time < 10_000) / 10_000.0, 1.66, 1.78);
        Assert.InRange(times.Count(time => time is >= 45_000 and < 55_000) / 10_000.0, 0.47, 0.54);
        Assert.Equal(2, new Arrivals(new ArrivalPace(Second, Day, UShape: 0.5)).Shape(Timestamp.Zero));
    }

    [Theory]
    [InlineData(10, 1.0)] // the usual volume
    [InlineData(30, 2.2)] // 0.4 + 0.6 × 3
    [InlineData(0, 0.4)]
    public void Part_of_the_pace_follows_the_volume(long lotsPerSecond, double rate)
    {
        ArrivalPace pace = new(Second, Excitation: 0.6, Memory: Duration.FromSeconds(20), UsualVolume: 10);
        Assert.InRange(
            Times(pace, seconds => (long)(lotsPerSecond * seconds)).Count / 100_000.0, rate * 0.98, rate * 1.02);
    }

    [Fact]
    public void A_pace_that_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Arrivals(new ArrivalPace(Duration.Zero)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Arrivals(new ArrivalPace(Second, Day, UShape: 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new Arrivals(new ArrivalPace(Second, Excitation: 1, Memory: Second, UsualVolume: 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Arrivals(new ArrivalPace(Second, Excitation: 0.5)));
    }

    static List<double> Times(ArrivalPace pace, Func<double, long> volume)
    {
        Arrivals arrivals = new(pace);
        RandomStream random = new(7, "arrivals");
        List<double> times = [];
        Timestamp now = Timestamp.Zero;
        while (now < Timestamp.Zero + Day)
        {
            arrivals.Begin(now, random);
            while (arrivals.Advance(now, volume((now - Timestamp.Zero).Seconds)) is var pause && pause > Duration.Zero)
                now += pause;

            times.Add((now - Timestamp.Zero).Seconds);
        }

        return times;
    }
}
