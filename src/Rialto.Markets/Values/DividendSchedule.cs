using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>
/// Dividends at regular times, each drawn from a list; who holds the instrument then is paid in cash.
/// </summary>
/// <remarks>
/// The experimental asset market of Smith, Suchanek and Williams, Econometrica 56(5), 1988: a finite number of periods,
/// at whose ends a dividend per lot is drawn. Amounts are ticks per lot.
/// </remarks>
public sealed class DividendSchedule
{
    /// <param name="every">The length of a period; the first dividend is paid at its end.</param>
    /// <param name="periods">How many there are.</param>
    /// <param name="amounts">What a dividend may be, in ticks per lot, each equally likely.</param>
    /// <param name="redemption">What is paid for each lot beside the last dividend, in ticks.</param>
    /// <param name="random">The dividends' own random numbers.</param>
    public DividendSchedule(
        Duration every, int periods, IReadOnlyList<Ticks> amounts, Ticks redemption, RandomStream random)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(every.Nanoseconds, nameof(every));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(periods);
        ArgumentOutOfRangeException.ThrowIfZero(amounts.Count, nameof(amounts));
        (Timestamp, Ticks)[] payments = new (Timestamp, Ticks)[periods];
        for (int i = 0; i < periods; i++)
        {
            long drawn = amounts[(int)random.NextBelow((ulong)amounts.Count)].Count;
            payments[i] = (
                Timestamp.Zero + (every * (i + 1)), new Ticks(drawn + (i == periods - 1 ? redemption.Count : 0)));
        }

        Payments = payments;
        double sum = 0;
        foreach (Ticks amount in amounts)
            sum += amount.Count;
        MeanDividend = sum / amounts.Count;
        Redemption = redemption;
    }

    /// <summary>When and how much is paid per lot, in order of time.</summary>
    public IReadOnlyList<(Timestamp At, Ticks Amount)> Payments { get; }

    /// <summary>The expected dividend of a period, in ticks per lot.</summary>
    public double MeanDividend { get; }

    public Ticks Redemption { get; }

    /// <summary>
    /// What a lot is worth to who is neutral to risk: the dividends still to be expected, and the redemption.
    /// </summary>
    public ScriptedValue ExpectedValue()
    {
        List<(Timestamp, Price)> steps = [];
        for (int paid = 0; paid <= Payments.Count; paid++)
        {
            int left = Payments.Count - paid;
            long value = left == 0 ? 0 : (long)Math.Round(left * MeanDividend) + Redemption.Count;
            steps.Add((paid == 0 ? Timestamp.Zero : Payments[paid - 1].At, new Price(value)));
        }

        return new ScriptedValue(steps);
    }
}
