namespace Rialto.Trading;

/// <summary>An order as its sender thinks of it: everything but names and addresses.</summary>
/// <example><c>Order.Limit(Side.Buy, Quantity.One, price).PostOnly().Until(expiry)</c></example>
public readonly record struct Order(
    Side Side, OrderType Type, Quantity Quantity, Price LimitPrice, TimeInForce TimeInForce, OrderFlags Flags,
    Timestamp Expiry)
{
    /// <inheritdoc cref="Request.Trigger"/>
    public Price Trigger { get; init; }

    /// <inheritdoc cref="Request.Offset"/>
    public Ticks Offset { get; init; }

    /// <inheritdoc cref="Request.Displayed"/>
    public Quantity DisplayedQuantity { get; init; }

    /// <inheritdoc cref="Request.Minimum"/>
    public Quantity MinimumQuantity { get; init; }

    /// <summary>An order that trades at <paramref name="price"/> or better. It is a day order unless changed.</summary>
    public static Order Limit(Side side, Quantity quantity, Price price) =>
        new(side, OrderType.Limit, quantity, price, TimeInForce.Day, OrderFlags.None, Timestamp.Never);

    /// <summary>An order that trades at any price; what finds no counterpart is canceled.</summary>
    public static Order Market(Side side, Quantity quantity) =>
        new(side, OrderType.Market, quantity, default, TimeInForce.ImmediateOrCancel, OrderFlags.None, Timestamp.Never);

    /// <summary>A market order once a trade takes place at <paramref name="trigger"/> or beyond.</summary>
    public static Order Stop(Side side, Quantity quantity, Price trigger) =>
        Limit(side, quantity, default) with { Type = OrderType.Stop, Trigger = trigger };

    /// <summary>
    /// A limit order at <paramref name="price"/> once a trade takes place at <paramref name="trigger"/> or beyond.
    /// </summary>
    public static Order StopLimit(Side side, Quantity quantity, Price trigger, Price price) =>
        Limit(side, quantity, price) with { Type = OrderType.StopLimit, Trigger = trigger };

    /// <summary>
    /// A market order once the price has come back by <paramref name="distance"/> from the best one traded.
    /// </summary>
    public static Order TrailingStop(Side side, Quantity quantity, Ticks distance) =>
        Limit(side, quantity, default) with { Type = OrderType.TrailingStop, Offset = distance };

    /// <summary>A market order once a trade takes place at <paramref name="trigger"/> or better.</summary>
    public static Order MarketIfTouched(Side side, Quantity quantity, Price trigger) =>
        Limit(side, quantity, default) with { Type = OrderType.MarketIfTouched, Trigger = trigger };

    /// <summary>
    /// A hidden order at the midpoint, or <paramref name="offset"/> away from it, and never beyond
    /// <paramref name="price"/>.
    /// </summary>
    public static Order MidpointPeg(Side side, Quantity quantity, Price price, Ticks offset = default) =>
        Limit(side, quantity, price) with { Type = OrderType.MidpointPeg, Offset = offset };

    /// <summary>
    /// A hidden order at its own side's best price, or <paramref name="offset"/> away from it, and never beyond
    /// <paramref name="price"/>.
    /// </summary>
    public static Order PrimaryPeg(Side side, Quantity quantity, Price price, Ticks offset = default) =>
        Limit(side, quantity, price) with { Type = OrderType.PrimaryPeg, Offset = offset };

    /// <summary>Refused if it would trade on arrival.</summary>
    public Order PostOnly() => this with { Flags = Flags | OrderFlags.PostOnly };

    /// <summary>If it would trade on arrival, it rests one tick away instead.</summary>
    public Order PostOnlySlide() => this with { Flags = Flags | OrderFlags.PostOnly | OrderFlags.Slide };

    public Order Hidden() => this with { Flags = Flags | OrderFlags.Hidden };

    /// <summary>Displays so many lots at once; the next part goes to the end of the queue.</summary>
    public Order Iceberg(Quantity displayed) => this with { DisplayedQuantity = displayed };

    /// <summary>Trades at least so many lots at once.</summary>
    public Order AtLeast(Quantity minimum) => this with { MinimumQuantity = minimum };

    /// <summary>
    /// Does not trade with the participant's own orders; <paramref name="mode"/> says which of the two gives way.
    /// </summary>
    public Order PreventSelfMatch(OrderFlags mode) =>
        this with { Flags = Flags | (mode & OrderFlags.SelfMatchPrevention) };

    /// <summary>In a replace: so many lots shall be left, whatever was executed before.</summary>
    public Order LeavesQuantity() => this with { Flags = Flags | OrderFlags.LeavesQuantity };

    public Order GoodTillCanceled() => this with { TimeInForce = TimeInForce.GoodTillCanceled };

    public Order ImmediateOrCancel() => this with { TimeInForce = TimeInForce.ImmediateOrCancel };

    public Order FillOrKill() => this with { TimeInForce = TimeInForce.FillOrKill };

    /// <summary>The request for it, from nobody yet: names and participant are left open.</summary>
    public Request ToRequest(RequestKind kind, Listing listing) =>
        new(kind, Side, Type, TimeInForce, Flags, listing, default, default, default, LimitPrice, Quantity, Expiry)
        {
            Trigger = Trigger,
            Offset = Offset,
            Displayed = DisplayedQuantity,
            Minimum = MinimumQuantity,
        };

    /// <summary>The order expires at exactly this instant, before anything else that happens then.</summary>
    public Order Until(Timestamp expiry) => this with { TimeInForce = TimeInForce.GoodTillTime, Expiry = expiry };
}
