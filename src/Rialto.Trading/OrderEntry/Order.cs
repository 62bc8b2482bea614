namespace Rialto.Trading;

/// <summary>An order as its sender thinks of it: everything but names and addresses.</summary>
/// <example><c>Order.Limit(Side.Buy, Quantity.One, price).PostOnly().Until(expiry)</c></example>
public readonly record struct Order(
    Side Side, OrderType Type, Quantity Quantity, Price LimitPrice, TimeInForce TimeInForce, OrderFlags Flags, Timestamp Expiry)
{
    /// <summary>An order that trades at <paramref name="price"/> or better. It is a day order unless changed.</summary>
    public static Order Limit(Side side, Quantity quantity, Price price) =>
        new(side, OrderType.Limit, quantity, price, TimeInForce.Day, OrderFlags.None, Timestamp.Never);

    /// <summary>An order that trades at any price; what finds no counterpart is canceled.</summary>
    public static Order Market(Side side, Quantity quantity) =>
        new(side, OrderType.Market, quantity, default, TimeInForce.ImmediateOrCancel, OrderFlags.None, Timestamp.Never);

    public Order PostOnly() => this with { Flags = Flags | OrderFlags.PostOnly };

    public Order GoodTillCanceled() => this with { TimeInForce = TimeInForce.GoodTillCanceled };

    public Order ImmediateOrCancel() => this with { TimeInForce = TimeInForce.ImmediateOrCancel };

    public Order FillOrKill() => this with { TimeInForce = TimeInForce.FillOrKill };

    /// <summary>The order expires at exactly this instant, before anything else that happens then.</summary>
    public Order Until(Timestamp expiry) => this with { TimeInForce = TimeInForce.GoodTillTime, Expiry = expiry };
}
