using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>
/// Checks that levels are told once per step and not below zero, and now and then that the book told is the venue's
/// own.
/// </summary>
/// <param name="market">Where the venues' books are looked up.</param>
/// <param name="listings">All of them.</param>
public sealed class DisplayedBookMonitor(Market market, IReadOnlyList<MonitoredListing> listings) : InvariantMonitor
{
    public override string Rule => "the displayed book is the venue's book";

    public override string? Check(in Step step, MonitoredListing listing)
    {
        foreach (ref readonly MarketEvent happened in step.Events)
        {
            if (happened.Kind == EventKind.LevelChanged
                && (happened.Quantity == Quantity.Zero) != (happened.Orders == 0))
                return $"the level at {happened.Price} has {happened.Quantity} lots of {happened.Orders} orders";
        }

        return null;
    }

    public override string? CheckAll()
    {
        foreach (MonitoredListing listing in listings)
        {
            if (listing.ShowsItsBook && (Compare(listing, Side.Buy) ?? Compare(listing, Side.Sell)) is { } difference)
                return difference;
        }

        return null;
    }

    string? Compare(MonitoredListing listing, Side side)
    {
        Level[] own = market.Levels(listing.Listing, side);
        ReadOnlySpan<Level> told = listing.Book.WorstFirst(side);
        ReadOnlySpan<Level> shown = market.DisplayedBook(listing.Listing).WorstFirst(side);
        string name = $"{StepText.Name(listing.Listing, market.Directory)} {(side == Side.Buy ? "bids" : "asks")}";
        if (own.Length != told.Length || !told.SequenceEqual(shown))
        {
            return $"{name}: the venue has {own.Length} levels, the public was told of {told.Length} and is shown "
                + $"{shown.Length}";
        }

        for (int i = 0; i < own.Length; i++)
        {
            if (own[i] != told[^(i + 1)])
                return $"{name}: the venue has {own[i]}, the public was told of {told[^(i + 1)]}";
        }

        return null;
    }
}
