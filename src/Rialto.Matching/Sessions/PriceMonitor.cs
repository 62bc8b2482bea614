using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>Follows the prices of a listing, and says which of them its bands allow.</summary>
/// <remarks>
/// The bands stay as they are while a request is matched, and what it triggers: a cascade of stops has no other bounds.
/// </remarks>
sealed class PriceMonitor
{
    readonly PriceBands? _bands;
    readonly Book _book;
    readonly bool _isDisplayed;
    Price? _auction;
    Price? _before;
    Price _lowest = new(long.MinValue);
    Price _highest = new(long.MaxValue);

    /// <param name="bands">Null to follow prices only.</param>
    /// <param name="book">The listing's, which is suspended when a price is not allowed.</param>
    /// <param name="isDisplayed">Whether the public sees it then.</param>
    public PriceMonitor(PriceBands? bands, Book book, bool isDisplayed)
    {
        (_bands, _book, _isDisplayed) = (bands, book, isDisplayed);
        _before = _auction = bands?.Reference;
        Narrow();
    }

    /// <summary>The last price traded, or the reference that was given.</summary>
    public Price? Last => _book.LastPrice ?? _bands?.Reference;

    /// <summary>Whether a match would have printed outside of the bands since trading began.</summary>
    public bool IsInterrupted { get; private set; }

    /// <summary>Whether a match may print at a price.</summary>
    public bool Allows(Price price) => price >= _lowest && price <= _highest;

    /// <summary>A match would have printed at a price that is not allowed: nothing trades from now on.</summary>
    public void Interrupt()
    {
        IsInterrupted = true;
        _book.Suspend(_isDisplayed);
    }

    public void Resume() => IsInterrupted = false;

    public void OnAuction(Price price)
    {
        _auction = _before = price;
        Narrow();
    }

    /// <summary>A request is done with: from now on the bands are around the price that it left.</summary>
    public void Settle()
    {
        if (_before == Last)
            return;

        _before = Last;
        Narrow();
    }

    void Narrow()
    {
        (_lowest, _highest) = (new(long.MinValue), new(long.MaxValue));
        Narrow(_bands?.Static, _auction);
        Narrow(_bands?.Dynamic, _before);
    }

    void Narrow(PriceBand? band, Price? reference)
    {
        if (band is null || reference is not { } centre)
            return;

        Ticks reach = band.Value.Around(centre);
        _lowest = Price.Max(_lowest, centre - reach);
        _highest = Price.Min(_highest, centre + reach);
    }
}
