using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>
/// The phases of a trading day, and after which time they come again. Before the first one the listing is closed.
/// </summary>
public sealed class TradingSchedule
{
    /// <param name="phases">In the order of their starts; no two start at once.</param>
    /// <param name="every">After which time the next day begins; null if there is only one.</param>
    /// <exception cref="ArgumentException">
    /// The phases are not in order, do not fit into a day, or are no phases of a schedule.
    /// </exception>
    public TradingSchedule(IReadOnlyList<TradingPhase> phases, Duration? every = null)
    {
        ArgumentNullException.ThrowIfNull(phases);
        (Phases, Every) = ([.. phases], every);
        if (phases.Count == 0)
            throw new ArgumentException("A schedule has at least one phase.", nameof(phases));

        Timestamp last = new(-1);
        foreach (TradingPhase phase in phases)
        {
            if (phase.Start <= last)
            {
                throw new ArgumentException(
                    $"The phase at {phase.Start} does not come after the one before.", nameof(phases));
            }

            if (!IsPhase(phase.State))
                throw new ArgumentException($"{phase.State} is not a phase of a schedule.", nameof(phases));

            last = phase.Start;
        }

        if (every is { } day && last >= phases[0].Start + day)
            throw new ArgumentException($"The phase at {last} begins after the next day has.", nameof(every));
    }

    public IReadOnlyList<TradingPhase> Phases { get; }

    public Duration? Every { get; }

    /// <summary>Whether a state can be planned; the others come about.</summary>
    public static bool IsPhase(TradingState state) =>
        state is TradingState.PreOpen or TradingState.OpeningAuction or TradingState.Continuous
            or TradingState.ClosingAuction or TradingState.Closed;

    /// <summary>A phase by its number, counted on through all days; null behind the last.</summary>
    internal TradingPhase? this[long number]
    {
        get
        {
            (long day, long phase) = Math.DivRem(number, Phases.Count);
            if (day > 0 && Every is null)
                return null;

            TradingPhase planned = Phases[(int)phase];
            return day == 0 ? planned : planned with { Start = planned.Start + (Every!.Value * day) };
        }
    }
}
