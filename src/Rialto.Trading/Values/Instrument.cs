namespace Rialto.Trading;

/// <summary>What is traded: a symbol, its price step and its smallest amount.</summary>
public sealed record Instrument
{
    public required string Symbol { get; init; }

    /// <summary>The minimum price increment, in quote currency per unit of the asset. Strictly positive.</summary>
    public required decimal TickSize
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    }

    /// <summary>How many units of the asset one lot is. Strictly positive.</summary>
    public decimal LotSize
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = 1;

    /// <summary>
    /// How many of the market's cash units one lot costs per tick of its price. See <see cref="Cash"/>.
    /// </summary>
    public long CashPerTick
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = 1;

    /// <summary>The value of one cash unit in quote currency.</summary>
    public decimal CashUnit => TickSize * LotSize / CashPerTick;

    /// <summary>How many decimals a price of this instrument is written with.</summary>
    public int Decimals => Math.Min(8, (int)(TickSize / 1.0000000000000000000000000000m).Scale);

    public decimal ToCurrency(Price price) => price.Ticks * TickSize;

    public decimal ToCurrency(Cash cash) => cash.Units * CashUnit;

    /// <summary>The price nearest to an amount of currency; half a tick goes to the even tick.</summary>
    /// <exception cref="OverflowException">The amount is beyond the range of a price.</exception>
    public Price Nearest(decimal currency) => new((long)Math.Round(currency / TickSize, MidpointRounding.ToEven));

    /// <summary>What buying <paramref name="quantity"/> at <paramref name="price"/> costs.</summary>
    public Cash CostOf(Price price, Quantity quantity) => new(price.Ticks * quantity.Lots * CashPerTick);
}
