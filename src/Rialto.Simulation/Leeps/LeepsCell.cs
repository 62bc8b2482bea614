using System.Globalization;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>How the LEEPS files write things: prices as integers of 1/10,000 ECU, no value as nothing.</summary>
static class LeepsCell
{
    /// <summary>1970-01-01 plus the virtual time, to the microsecond.</summary>
    public static string Of(Timestamp at) =>
        DateTime.UnixEpoch.AddTicks(at.Nanoseconds / 100).ToString(
            "yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);

    public static string Of(Price? price) => price is { } some ? Of(some.Ticks) : "";

    public static string Of(Quantity quantity, bool exists) => exists ? Of(quantity.Lots) : "";

    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Six decimals; what rounds to zero has no sign.</summary>
    public static string Of(double number) =>
        (Math.Round(number, 6) + 0.0).ToString("0.######", CultureInfo.InvariantCulture);

    public static string Of(in StateValue value) => !value.IsPresent ? ""
        : value.Unit switch
        {
            StateUnit.Real => Of(value.Real),
            StateUnit.Nanoseconds => Of(value.Integer / 1e9),
            _ => Of(value.Integer),
        };
}
