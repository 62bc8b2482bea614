using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>Checks that what the public is shown is never crossed where it could trade.</summary>
/// <remarks>While orders are collected for an auction, an open book may be crossed.</remarks>
public sealed class CrossedBookMonitor(MarketDirectory directory) : InvariantMonitor
{
    public override string Rule => "no displayed book is crossed";

    public override string? Check(in Step step, MonitoredListing listing)
    {
        if (!listing.TradesAtOnce
            || listing.Book.Best(Side.Buy) is not { } bid
            || listing.Book.Best(Side.Sell) is not { } ask)
            return null;

        Instrument instrument = directory[listing.Listing.Instrument];
        return bid.Price >= ask.Price
            ? $"the best bid is {instrument.ToCurrency(bid.Price)}, the best ask {instrument.ToCurrency(ask.Price)}"
            : null;
    }
}
