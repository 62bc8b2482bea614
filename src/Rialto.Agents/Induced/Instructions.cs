using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// What an experimenter tells a trader before the market opens: what its units are worth, and how to shout.
/// </summary>
/// <remarks>
/// Exactly one of <paramref name="Values"/>, <paramref name="Schedule"/> and <paramref name="Between"/> says what units
/// are worth. Sources: V. L. Smith, J. Political Economy 70(2), 1962; D. K. Gode, S. Sunder, J. Political Economy
/// 101(1), 1993; customer orders as in D. Cliff's Bristol Stock Exchange.
/// </remarks>
/// <param name="Side">Whether it buys or sells.</param>
/// <param name="Range">The prices that may be shouted.</param>
/// <param name="Pace">
/// How often it thinks of a shout, at Poisson times: traders of one pace are chosen at random, one at a time.
/// </param>
/// <param name="Values">
/// What the first, second, … unit is worth to a buyer or costs a seller; the same for the whole group.
/// </param>
/// <param name="Schedule">The same, a row for each agent of the group.</param>
/// <param name="Between">One unit, each time with another value: any price of this range, equally likely.</param>
/// <param name="Shifts">By how much all of these move, and when; the times ascend.</param>
/// <param name="Period">
/// How long a period lasts, at whose beginning units are restored; without it there is one period.
/// </param>
/// <param name="Replenishment">When in a period units are given.</param>
/// <param name="Rounds">
/// Whether shouts are made in rounds: only one better than the standing one is made, and a trade ends the round,
/// whereupon everybody withdraws.
/// </param>
public sealed record Instructions(
    Side Side,
    PriceRange Range,
    Rate Pace,
    IReadOnlyList<Price>? Values = null,
    IReadOnlyList<IReadOnlyList<Price>>? Schedule = null,
    PriceRange? Between = null,
    IReadOnlyList<Shift>? Shifts = null,
    Duration? Period = null,
    Replenishment Replenishment = Replenishment.Together,
    bool Rounds = false)
{
    /// <summary>
    /// What the units are worth that an agent is given for a period, in the order in which it must trade them.
    /// </summary>
    /// <param name="number">Which agent of its group it is.</param>
    /// <param name="age">How long ago it began.</param>
    /// <param name="customers">Where random values come from.</param>
    public IReadOnlyList<Price> Units(AgentNumber number, Duration age, RandomStream customers)
    {
        IReadOnlyList<Price> values = Values ?? Schedule?[number.Value - 1] ?? [Between!.Draw(customers)];
        return Shifts?.LastOrDefault(shift => shift.At <= age) is { } current
            ? [.. values.Select(value => value + current.By)]
            : values;
    }

    /// <exception cref="ArgumentException">They contradict themselves, or leave an agent without units.</exception>
    public Instructions Checked(AgentNumber number)
    {
        if ((Values is null ? 0 : 1) + (Schedule is null ? 0 : 1) + (Between is null ? 0 : 1) != 1)
        {
            throw new ArgumentException(
                "Give exactly one of 'values', 'schedule' and 'between': what units are worth.");
        }

        if (Schedule is not null && Schedule.Count != number.Of)
        {
            throw new ArgumentException(
                $"{Schedule.Count} rows for {number.Of} agents: one row for each in 'schedule'.");
        }

        if (!(Pace.PerSecond > 0))
            throw new ArgumentException("A trader whose 'pace' is not above zero never shouts.");
        if (Period is { } length && length <= Duration.Zero)
            throw new ArgumentException("A 'period' lasts for some time.");
        if (Shifts is not null && Shifts.Zip(Shifts.Skip(1)).Any(pair => pair.Second.At < pair.First.At))
            throw new ArgumentException("The times of 'shifts' ascend.");
        if (Replenishment == Replenishment.Drip && Period is null)
            throw new ArgumentException("Customers who drip in need a 'period' to do so.");

        return this;
    }
}
