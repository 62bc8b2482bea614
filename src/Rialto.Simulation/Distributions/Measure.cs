using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>How the values of a type are written and counted, so that they can be drawn from a distribution.</summary>
/// <param name="Read">
/// A value as a scenario has it, as a number in the type's own unit; it need not be a whole number.
/// </param>
/// <param name="Make">The value from that number.</param>
/// <param name="IsWhole">Whether there are whole numbers only.</param>
/// <param name="Least">The smallest that the type allows.</param>
/// <param name="Most">The largest.</param>
sealed record Measure(Func<Node, double> Read, Func<double, object> Make, bool IsWhole, double Least, double Most)
{
    const double MostTicks = 1e12;

    public static Measure Span { get; } = new(
        node => Values.Span(node).Nanoseconds, x => new Duration((long)x), IsWhole: true, Least: 0, Most: 9e18);

    /// <summary>The measure of a parameter's type; null if it is not counted.</summary>
    public static Measure? Of(Type type, Instrument instrument)
    {
        double Ticks(Node node) => (double)(Values.Number(node, "an amount of currency") / instrument.TickSize);

        return type == typeof(Duration) ? Span
            : type == typeof(Rate) ? new(node => Values.Frequency(node).PerSecond, x => new Rate(x), false, 1e-9, 1e9)
            : type == typeof(Price) ? new(Ticks, x => new Price((long)x), true, -MostTicks, MostTicks)
            : type == typeof(Ticks) ? new(Ticks, x => new Ticks((long)x), true, -MostTicks, MostTicks)
            : type == typeof(Quantity) ? new(Values.Real, x => new Quantity((long)x), true, 0, 1_000_000_000)
            : type == typeof(int) ? new(Values.Real, x => (int)x, true, int.MinValue, int.MaxValue)
            : type == typeof(long) ? Whole(1e18)
            : type == typeof(double) ? new(Values.Real, x => x, false, double.MinValue, double.MaxValue)
            : type == typeof(decimal) ? new(Values.Real, x => (decimal)x, false, -1e27, 1e27)
            : null;
    }

    /// <summary>Whole numbers without a unit.</summary>
    public static Measure Whole(double most) => new(Values.Real, x => (long)x, IsWhole: true, -most, most);
}
