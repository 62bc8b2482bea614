namespace Rialto.Analysis;

/// <summary>An axis of time, in nanoseconds, labelled in the unit that suits its length.</summary>
static class TimeAxis
{
    const double Second = 1e9;
    const double Minute = 60 * Second;
    const double Hour = 60 * Minute;

    public static Axis Of(Horizon horizon)
    {
        double start = horizon.Start.Nanoseconds;
        double end = horizon.End.Nanoseconds;
        double length = end - start;
        return new(start, end, count =>
        {
            (double size, string unit) = UnitOf(length);
            double step = size < Minute
                ? NiceSteps.Of(length / size, count, least: size > 1 ? 0 : 1) * size
                : NiceDuration.AtLeast(new((long)(length / count))).Nanoseconds;
            int decimals = NumberText.DecimalsOf(step / size);
            return [.. NiceSteps.Between(start, end, step)
                .Select(at =>
                    new Tick(at, unit == "h" ? Clock(at) : NumberText.Of(at / size, decimals) + "\u2009" + unit))];
        });
    }

    static (double Size, string Unit) UnitOf(double length) =>
        length > 2 * Hour ? (Hour, "h")
        : length > 10 * Minute ? (Minute, "min")
        : length > 2 * Second ? (Second, "s")
        : length > 2e6 ? (1e6, "ms")
        : length > 2e3 ? (1e3, "µs")
        : (1, "ns");

    /// <summary>Hours, and minutes if there are some, since the run's origin.</summary>
    static string Clock(double at)
    {
        long minutes = (long)Math.Round(at / Minute);
        long minute = ((minutes % 60) + 60) % 60;
        string hours = NumberText.Of((minutes - minute) / 60);
        return (minute == 0 ? hours : hours + (minute < 10 ? ":0" : ":") + NumberText.Of(minute)) + "\u2009h";
    }
}
