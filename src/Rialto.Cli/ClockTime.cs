using System.Globalization;
using Rialto.Simulation;
using Rialto.Trading;

namespace Rialto.Cli;

/// <summary>
/// A time on a run's clock as a command gives it: <c>30min</c>, or <c>11:00</c> for eleven hours, <c>0:30:00.5</c> for
/// half an hour.
/// </summary>
static class ClockTime
{
    /// <exception cref="ScenarioException">It is none.</exception>
    public static Timestamp Read(string text, string option)
    {
        if (!text.Contains(':', StringComparison.Ordinal))
            return Timestamp.Zero + SpanText.Read(text, option);

        string[] parts = text.Split(':');
        bool isClock = parts.Length is 2 or 3
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out _);
        decimal seconds = 0;
        foreach (string part in parts)
        {
            isClock &= decimal.TryParse(
                part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number);
            seconds = (seconds * 60) + number;
        }

        seconds *= parts.Length == 2 ? 60 : 1;
        return isClock && seconds < 1_000_000_000
            ? new Timestamp((long)(seconds * 1_000_000_000))
            : throw new ScenarioException(
                $"{option} {text}: expected a time on the run's clock, for example 30min or 11:00.");
    }
}
