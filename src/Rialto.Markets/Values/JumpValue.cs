using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>Fundamental values that jump by random amounts at random times.</summary>
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
        return Jumping(start, PoissonTimes(rate, horizon, random), mean, deviation, random);
    }

    /// <summary>Jumps at Poisson times, up as often as down, of exponentially distributed size.</summary>
    /// <param name="start">The value at the beginning.</param>
    /// <param name="rate">Jumps per second.</param>
    /// <param name="size">The mean size of a jump, in ticks.</param>
    /// <param name="horizon">No jumps are drawn beyond it.</param>
    /// <param name="random">The value's own random numbers.</param>
    public static ScriptedValue Exponential(Price start, Rate rate, double size, Timestamp horizon, RandomStream random)
    {
        List<(Timestamp, Price)> steps = [(Timestamp.Zero, start)];
        Price value = start;
        foreach (Timestamp at in PoissonTimes(rate, horizon, random))
        {
            value += new Ticks(random.NextSide().Sign * (long)Math.Round(size * random.NextExponential()));
            steps.Add((at, value));
        }

        return new ScriptedValue(steps);
    }

    /// <summary>
    /// A fixed number of jumps at uniform times: the random mode that the LEEPS market simulator meant.
    /// </summary>
    public static ScriptedValue AtUniformTimes(
        Price start, int count, Ticks mean, Ticks deviation, Timestamp horizon, RandomStream random)
    {
        List<Timestamp> times = [];
        for (int i = 0; i < count; i++)
            times.Add(new Timestamp(random.NextBetween(0, horizon.Nanoseconds)));

        times.Sort();
        return Jumping(start, times, mean, deviation, random);
    }

    static List<Timestamp> PoissonTimes(Rate rate, Timestamp horizon, RandomStream random)
    {
        List<Timestamp> times = [];
        Timestamp next = Timestamp.Zero + random.NextExponential(rate.MeanInterval);
        while (next <= horizon)
        {
            times.Add(next);
            next += random.NextExponential(rate.MeanInterval);
        }

        return times;
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
