namespace Rialto.Trading;

/// <summary>What a participant can ask of a venue.</summary>
public enum RequestKind : byte
{
    Enter,

    /// <summary>
    /// Ends an order and enters another in its place, at the end of the queue. The other may keep the name: then
    /// <see cref="Request.Order"/> is the order replaced.
    /// </summary>
    Replace,

    /// <summary>Cuts an order to what shall remain; it keeps its place in the queue.</summary>
    Cancel,

    /// <summary>Cancels all orders of the participant in the listing.</summary>
    CancelAll,

    /// <summary>Cancels those of one side.</summary>
    CancelSide,

    /// <summary>As <see cref="CancelAll"/>, sent for a participant whose connection is gone.</summary>
    Disconnect,
}

/// <summary>What makes an order trade, and at which price.</summary>
public enum OrderType : byte
{
    /// <summary>At the limit or better.</summary>
    Limit,

    /// <summary>At any price.</summary>
    Market,

    /// <summary>
    /// Waits until a trade takes place at the trigger or beyond it (buying: at or above; selling: at or below), and is
    /// a market order then.
    /// </summary>
    Stop,

    /// <summary>As <see cref="Stop"/>, but a limit order once triggered.</summary>
    StopLimit,

    /// <summary>
    /// A stop that follows the market: its trigger is <see cref="Request.Offset"/> away from the best price traded
    /// since it was accepted, the last one before included (buying: above the lowest; selling: below the highest).
    /// </summary>
    TrailingStop,

    /// <summary>
    /// Waits until a trade takes place at the trigger or better (buying: at or below; selling: at or above), and is a
    /// market order then.
    /// </summary>
    MarketIfTouched,

    /// <summary>
    /// Follows the midpoint of the displayed book, <see cref="Request.Offset"/> away from it, never beyond its limit.
    /// It is hidden. On a half tick a resting order stands on the tick in its favour, and an arriving one may trade at
    /// the other.
    /// </summary>
    MidpointPeg,

    /// <summary>
    /// Follows the best displayed price of its own side, as <see cref="MidpointPeg"/> does the midpoint.
    /// </summary>
    PrimaryPeg,
}

/// <summary>How long an order stays.</summary>
public enum TimeInForce : byte
{
    /// <summary>Until the trading session closes.</summary>
    Day,

    /// <summary>Until it is filled or canceled; the close of a trading session does not end it.</summary>
    GoodTillCanceled,

    /// <summary>Until its expiry, which is exact to the nanosecond.</summary>
    GoodTillTime,

    /// <summary>What cannot trade at once (in a batch auction: in the next batch) is canceled.</summary>
    ImmediateOrCancel,

    /// <summary>All of it trades at once (in a batch auction: in the next batch), or none of it.</summary>
    FillOrKill,
}

/// <summary>Instructions about how an order may execute.</summary>
[Flags]
public enum OrderFlags : byte
{
    None = 0,

    /// <summary>Refused if it would trade on arrival.</summary>
    PostOnly = 1,

    /// <summary>
    /// With <see cref="PostOnly"/>: instead of being refused it rests one tick away from the price that it would trade
    /// at.
    /// </summary>
    Slide = 2,

    /// <summary>Not displayed: at each price it trades after the displayed orders.</summary>
    Hidden = 4,

    /// <summary>
    /// For a replace: the quantity is what shall be left to trade, whatever was executed before. Without it the
    /// quantity counts earlier executions, so that a fill that crosses the request on its way is not traded twice.
    /// </summary>
    LeavesQuantity = 8,

    /// <summary>
    /// Where it would trade with an order of its own participant: what is left of the incoming order is canceled.
    /// </summary>
    CancelIncoming = 16,

    /// <summary>Where it would trade with an order of its own participant: the resting order is canceled.</summary>
    CancelResting = 32,

    /// <summary>Where it would trade with an order of its own participant: both are canceled.</summary>
    CancelBoth = CancelIncoming | CancelResting,

    /// <summary>
    /// Where it would trade with an order of its own participant: both are cut by the lots that would have traded.
    /// </summary>
    Decrement = 64,

    /// <summary>All modes of self-match prevention.</summary>
    SelfMatchPrevention = CancelBoth | Decrement,
}

/// <summary>One participant's request to one venue, as it is sent, journaled and applied.</summary>
/// <param name="Side">
/// For <see cref="RequestKind.Enter"/> and <see cref="RequestKind.CancelSide"/>; a replacement keeps its order's.
/// </param>
/// <param name="Order">The name of the order entered, of the replacement, or of the order to cancel.</param>
/// <param name="Replaces">For <see cref="RequestKind.Replace"/>: the order that gives way.</param>
/// <param name="Limit">The worst price; ignored for orders that have none.</param>
/// <param name="Quantity">Lots entered; for a cancel, how many shall remain: zero ends the order.</param>
/// <param name="Expiry">For <see cref="TimeInForce.GoodTillTime"/>.</param>
/// <remarks>Orders are named by their sender's name only, so that a journal also fits another institution.</remarks>
public readonly record struct Request(
    RequestKind Kind,
    Side Side,
    OrderType Type,
    TimeInForce TimeInForce,
    OrderFlags Flags,
    Listing Listing,
    ParticipantId Participant,
    ClientOrderId Order,
    ClientOrderId Replaces,
    Price Limit,
    Quantity Quantity,
    Timestamp Expiry)
{
    readonly int _offset;
    readonly uint _displayed;
    readonly uint _minimum;

    /// <summary>Whether all of it is displayed, and it may trade in any parts.</summary>
    public bool IsWhole => (_displayed | _minimum) == 0;

    /// <summary>
    /// Whether an order is asked for as most are: at a limit, without instructions or conditions, that stays until it
    /// is canceled or does not stay at all.
    /// </summary>
    public bool IsPlain =>
        ((uint)Type | (uint)(Flags & ~OrderFlags.LeavesQuantity) | _displayed | _minimum) == 0
        && TimeInForce <= TimeInForce.ImmediateOrCancel && TimeInForce != TimeInForce.GoodTillTime;

    /// <summary>For orders that wait for a price, trailing stops excepted: that price.</summary>
    public Price Trigger { get; init; }

    /// <summary>
    /// For a trailing stop: its distance, strictly positive. For a peg: how far it stays back, not negative.
    /// </summary>
    public Ticks Offset
    {
        get => new(_offset);
        init => _offset = (int)Math.Clamp(value.Count, int.MinValue, int.MaxValue);
    }

    /// <summary>For an iceberg: the most lots that are displayed at once. Zero displays all of them.</summary>
    public Quantity Displayed
    {
        get => new(_displayed);
        init => _displayed = (uint)Math.Min(value.Lots, int.MaxValue);
    }

    /// <summary>
    /// The fewest lots that may trade at once: on arrival all trades together, later each one. What is left of an order
    /// trades even if it is less. An order that can rest must be hidden. Zero or one is no condition.
    /// </summary>
    public Quantity Minimum
    {
        get => new(_minimum);
        init => _minimum = (uint)Math.Min(value.Lots, int.MaxValue);
    }
}
