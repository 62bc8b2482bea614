using Rialto.Trading;

namespace Rialto.Feeds;

/// <summary>The best levels of each side as an order-book file records them.</summary>
/// <remarks>They are compared with a tape book, and complete it where levels come into view at the far edge.</remarks>
sealed class RecordedView(LobsterBookReader rows, TapeBook book, LobsterCounts counts) : IDisposable
{
    bool _bidsWereFull;
    bool _asksWereFull;

    /// <summary>How many levels a side of the view has at most. Known once it has begun.</summary>
    public int LevelsPerSide => rows.LevelsPerSide;

    /// <summary>Takes the whole of row 1 as the book.</summary>
    public void Begin(EventBuffer events)
    {
        ReadRow();
        Complete(Side.Buy, events);
        Complete(Side.Sell, events);
        RememberWhatWasFull();
    }

    /// <summary>Compares the row of the message that the book has just applied, then completes the book.</summary>
    public void Follow(Timestamp at, EventBuffer events)
    {
        ReadRow();
        counts.LevelsOutOfView += book.KeepBest(Side.Buy, LevelsPerSide, events);
        counts.LevelsOutOfView += book.KeepBest(Side.Sell, LevelsPerSide, events);

        if (IsOutOfView(Side.Buy, _bidsWereFull) || IsOutOfView(Side.Sell, _asksWereFull))
            counts.BestQuotesOutOfView++;
        else
            counts.AddComparison(CompareBest(Side.Buy, at) ?? CompareBest(Side.Sell, at));

        counts.LevelsRevealed += Complete(Side.Buy, events) + Complete(Side.Sell, events);
        if (ShowsAll(Side.Buy) && ShowsAll(Side.Sell))
            counts.AllLevelsAgreed++;

        RememberWhatWasFull();
    }

    public void Dispose() => rows.Dispose();

    void ReadRow()
    {
        if (!rows.TryRead())
            throw new FeedException(rows.File, rows.Row + 1, null, "a row for every message", "the end of the file");
    }

    /// <summary>Whether our side is empty although more may have rested behind what was recorded.</summary>
    bool IsOutOfView(Side side, bool wasFull) => wasFull && book.Displayed.Best(side) is null;

    QuoteDisagreement? CompareBest(Side side, Timestamp at)
    {
        ReadOnlySpan<Level> recorded = rows.BestFirst(side);
        Level? expected = recorded.IsEmpty ? null : recorded[0];
        Level? found = book.Displayed.Best(side);
        return expected?.Price == found?.Price && expected?.Quantity == found?.Quantity
            ? null
            : new(rows.Row, at, side, expected, found);
    }

    /// <summary>Takes the levels of the row that are worse than our worst. Returns how many.</summary>
    int Complete(Side side, EventBuffer events)
    {
        int revealed = 0;
        foreach (Level recorded in rows.BestFirst(side))
        {
            ReadOnlySpan<Level> ours = book.Displayed.WorstFirst(side);
            if (ours.Length == LevelsPerSide)
                break;
            if (!ours.IsEmpty && !side.IsBetter(ours[0].Price, recorded.Price))
                continue;

            book.Reveal(side, recorded, events);
            revealed++;
        }

        return revealed;
    }

    bool ShowsAll(Side side)
    {
        ReadOnlySpan<Level> recorded = rows.BestFirst(side);
        ReadOnlySpan<Level> ours = book.Displayed.WorstFirst(side);
        bool isSame = recorded.Length == ours.Length;
        for (int i = 0; isSame && i < recorded.Length; i++)
            isSame = ours[^(i + 1)].Price == recorded[i].Price && ours[^(i + 1)].Quantity == recorded[i].Quantity;

        return isSame;
    }

    void RememberWhatWasFull()
    {
        _bidsWereFull = rows.BestFirst(Side.Buy).Length == LevelsPerSide;
        _asksWereFull = rows.BestFirst(Side.Sell).Length == LevelsPerSide;
    }
}
