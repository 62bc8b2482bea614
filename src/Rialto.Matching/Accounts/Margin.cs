using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>The initial margin of <see cref="RiskLimits.MarginMillionths"/>.</summary>
/// <param name="millionths">Of the largest positions that a participant can come to.</param>
/// <param name="clearing">What it owns.</param>
/// <param name="marks">What that is worth.</param>
sealed class Margin(long millionths, Clearing clearing, Price?[] marks)
{
    /// <summary>Whether an order leaves the margin covered, or does not raise it.</summary>
    /// <param name="account">The participant's other orders.</param>
    /// <param name="order">The order.</param>
    /// <param name="lots">Of it.</param>
    /// <param name="instrument">Where it is entered.</param>
    public bool Covers(RiskAccount account, in RestingOrder order, long lots, InstrumentId instrument)
    {
        Int128 owned = clearing.CashOf(order.Participant).Units;
        Int128 largest = 0;
        Int128 added = 0;
        for (short i = 0; i < marks.Length; i++)
        {
            InstrumentId each = new(i);
            long value = MarkOf(each, order, instrument) * clearing.CashPerTick(each);
            long held = clearing.InventoryOf(order.Participant, each);
            Int128 before = account.LargestPosition(i);
            Int128 after = each == instrument
                ? Int128.Max(before, Int128.Abs(account.PositionWith(order.Side, lots, i)))
                : before;
            owned += (Int128)held * value;
            largest += after * Math.Abs(value);
            added += after - before;
        }

        return added == 0 || PartOf(largest, millionths) <= owned;
    }

    /// <summary>In ticks; an instrument that has not traded is worth what the order offers for it.</summary>
    long MarkOf(InstrumentId instrument, in RestingOrder order, InstrumentId ordered)
    {
        if (marks[instrument.Value] is { } mark)
            return mark.Ticks;

        return instrument == ordered && order.HasLimit ? order.Limit.Ticks : 0;
    }

    /// <summary>Rounded up. Divided first, since the whole may have nearly all digits that there are.</summary>
    static Int128 PartOf(Int128 whole, long millionths)
    {
        (Int128 quotient, Int128 rest) = Int128.DivRem(whole, 1_000_000);
        return (quotient * millionths) + (((rest * millionths) + 999_999) / 1_000_000);
    }
}
