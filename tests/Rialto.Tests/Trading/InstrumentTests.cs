using FsCheck.Fluent;
using Rialto.Trading;

namespace Rialto.Tests.Trading;

public sealed class InstrumentTests
{
    static Instrument Xyz => new() { Symbol = "XYZ", TickSize = 0.0001m };

    [Theory]
    [InlineData("0.01", 2)]
    [InlineData("0.0100", 2)]
    [InlineData("0.25", 2)]
    [InlineData("0.5", 1)]
    [InlineData("1", 0)]
    [InlineData("1.000", 0)]
    [InlineData("10", 0)]
    [InlineData("0.00000001", 8)]
    public void Prices_are_written_with_as_many_decimals_as_the_tick_needs(string tick, int decimals) =>
        Assert.Equal(
            decimals,
            (Xyz with { TickSize = decimal.Parse(tick, System.Globalization.CultureInfo.InvariantCulture) }).Decimals);

    [Fact]
    public void Currency_and_back_is_the_same_price() => Property.Holds(
        from ticks in Gen.Choose(int.MinValue + 1, int.MaxValue)
        from tick in Gen.Elements(0.0001m, 0.01m, 0.03m, 0.25m, 1m, 5m)
        select (new Price(ticks), tick),
        pair =>
        {
            Instrument instrument = Xyz with { TickSize = pair.tick };
            Assert.Equal(pair.Item1, instrument.Nearest(instrument.ToCurrency(pair.Item1)));
        });

    [Theory]
    [InlineData("100.00004", 1_000_000)]
    [InlineData("100.00006", 1_000_001)]
    [InlineData("100.00005", 1_000_000)] // half a tick goes to the even one
    [InlineData("100.00015", 1_000_002)]
    [InlineData("-0.00004", 0)]
    public void An_amount_of_currency_has_a_nearest_price(string amount, long ticks) =>
        Assert.Equal(
            new Price(ticks), Xyz.Nearest(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void An_amount_beyond_the_range_is_an_error() =>
        Assert.Throws<OverflowException>(() => Xyz.Nearest(1e24m));

    [Fact]
    public void Cost_in_cash_is_cost_in_currency()
    {
        Instrument instrument = Xyz with { TickSize = 0.25m, LotSize = 100, CashPerTick = 25 };
        Cash cost = instrument.CostOf(new Price(402), new Quantity(3));

        // 3 lots of 100 units at 402 × 0.25.
        Assert.Equal(30_150, instrument.ToCurrency(cost));
        Assert.Equal(402 * 3 * 25, cost.Units);
    }

    [Fact]
    public void Steps_that_are_not_positive_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Xyz with { TickSize = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Xyz with { LotSize = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Xyz with { CashPerTick = 0 });
    }

    [Fact]
    public void A_cost_beyond_the_range_is_an_error() =>
        Assert.Throws<OverflowException>(() => Xyz.CostOf(new Price(long.MaxValue), new Quantity(2)));
}
