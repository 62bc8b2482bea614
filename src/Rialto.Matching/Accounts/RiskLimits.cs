using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>
/// How many requests may be sent within a time: in any window of this length, its end excluded, no more than this.
/// </summary>
public readonly record struct MessageRate
{
    /// <summary>
    /// The most messages that a window may have: that many instants are remembered for each participant.
    /// </summary>
    public const int Most = 100_000;

    /// <exception cref="ArgumentOutOfRangeException">
    /// Nothing could ever be sent, or too much must be remembered.
    /// </exception>
    public MessageRate(int messages, Duration window)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(messages);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(messages, Most);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(window.Nanoseconds);
        (Messages, Window) = (messages, window);
    }

    public int Messages { get; }

    public Duration Window { get; }
}

/// <summary>What a participant may do, at all venues of its market together. What is null has no limit.</summary>
/// <remarks>
/// Enter and replace requests that break a limit are refused, each limit with its own reason; what is exactly at its
/// limit passes. Cancels always pass. What a price is measured by: the <i>mark</i> of an instrument is the price of its
/// last trade in the market; its <i>reference</i> at a listing is the price of the last trade there, or before the
/// first one the midpoint. A position counts what would be held if every live order of one side were executed, and none
/// of the other.
/// </remarks>
public sealed record RiskLimits
{
    /// <summary>Lots that one request may carry. <see cref="RejectReason.QuantityLimit"/></summary>
    public Quantity? Order { get; init; }

    /// <summary>
    /// How far a limit may lie from the reference, on either side. <see cref="RejectReason.PriceCollar"/>
    /// </summary>
    public Ticks? Collar { get; init => field = NotNegative(value, value?.Count); }

    /// <summary>
    /// The same as a part of the reference, in millionths of it. <see cref="RejectReason.PriceCollar"/>
    /// </summary>
    public long? CollarMillionths { get; init => field = Part(value, most: 1_000_000); }

    /// <summary>Lots held of an instrument, long or short. <see cref="RejectReason.PositionLimit"/></summary>
    public Quantity? Position { get; init; }

    /// <summary>
    /// Lots that may be sold short of an instrument. <see cref="RejectReason.ShortLimit"/> Also opens short selling
    /// under the policies that otherwise have none.
    /// </summary>
    public Quantity? Short
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value?.Lots ?? 0, MostShort);
            field = value;
        }
    }

    /// <summary>Live orders at once. <see cref="RejectReason.OpenOrderLimit"/></summary>
    public int? OpenOrders { get; init => field = NotNegative(value, value); }

    /// <summary>
    /// Enter and replace requests that the venues would otherwise take. <see cref="RejectReason.MessageRateLimit"/>
    /// </summary>
    public MessageRate? Messages { get; init; }

    /// <summary>
    /// How much less cash and inventory may be worth than they were at the beginning: inventory now by its mark, then
    /// by the first one that there was. Beyond it nothing can be entered. <see cref="RejectReason.LossLimit"/>
    /// </summary>
    public Cash? Loss { get; init => field = NotNegative(value, value?.Units); }

    /// <summary>
    /// The initial margin, in millionths: this part of the largest positions, long or short, that the participant can
    /// come to, summed up over instruments by their marks, must not exceed what it owns: its cash and its inventory by
    /// their marks. An order that does not raise the margin always passes. An instrument that has not traded counts by
    /// the limit of the order. <see cref="RejectReason.InsufficientMargin"/>
    /// </summary>
    public long? MarginMillionths { get; init => field = Part(value, most: 1_000_000_000); }

    internal const long MostShort = 1_000_000_000_000_000;

    static T NotNegative<T>(T value, long? number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number ?? 0, nameof(value));
        return value;
    }

    static long? Part(long? value, long most)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value ?? 0, most);
        return NotNegative(value, value);
    }
}
