using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>Fundamental values that jump by normally distributed amounts at random times.</summary>
public static class JumpValue
{
    /// <summary>Jumps at Poisson times.</summary>
    /// <param name="start">The value at the beginning.</param>
    /// <param name="rate">Jumps per second.</param>
    /// <param name="mean">Of a jump, in ticks.</param>
    /// <param name="deviation">Of a jump, in ticks.</param>
    /// <param name="horizon">No jumps are drawn beyond it.</param>
    /// <param name="random">The value's own random numbers.</param>
    public static ScriptedValue AtPoissonTimes(
        Price start, Rate rate, Ticks mean, Ticks deviation, Timestamp horizon, RandomStream random)
    {
        List<Timestamp> times = [];
        Timestamp next = Timestamp.Zero + random.NextExponential(rate.MeanInterval);
        while (next <= horizon)
        {
            times.Add(next);
            next += random.NextExponential(rate.MeanInterval);
        }

        return Jumping(start, times, mean, deviation, random);
    }

    /// <summary>A fixed number of jumps at uniform times: the random mode that the LEEPS market simulator meant.</summary>
    public static ScriptedValue AtUniformTimes(
        Price start, int count, Ticks mean, Ticks deviation, Timestamp horizon, RandomStream random)
    {
        List<Timestamp> times = [];
        for (int i = 0; i < count; i++)
            times.Add(new Timestamp(random.NextBetween(0, horizon.Nanoseconds)));

        times.Sort();
        return Jumping(start, times, mean, deviation, random);
    }

    static ScriptedValue Jumping(Price start, List<Timestamp> times, Ticks mean, Ticks deviation, RandomStream random)
    {
        List<(Timestamp, Price)> steps = [(Timestamp.Zero, start)];
        Price value = start;
        foreach (Timestamp at in times)
        {
            value += new Ticks((long)Math.Round(random.NextNormal(mean.Count, deviation.Count)));
            steps.Add((at, value));
        }

        return new ScriptedValue(steps);
    }
}
