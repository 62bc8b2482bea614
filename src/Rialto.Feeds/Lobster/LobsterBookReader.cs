using Rialto.Trading;

namespace Rialto.Feeds;

/// <summary>Reads a LOBSTER order-book file, row by row: row k is the book after message k.</summary>
/// <remarks>
/// <code>
/// column   field         encoding
/// 4i - 3   ask price i   integer, 4 implied decimals; 9999999999 or -9999999999 where there is no level
/// 4i - 2   ask size i    shares; 0 where there is no level
/// 4i - 1   bid price i   as the ask price
///     4i   bid size i    as the ask size
/// </code>
/// Level 1 is the best; every row has as many columns as the first.
/// Source: LOBSTER, "LOBSTER Output", section "Order Book File".
/// </remarks>
public sealed class LobsterBookReader : IDisposable
{
    const int ColumnsPerLevel = 4;
    const long LargestQuantity = 1_000_000_000_000;

    readonly NumberLines _lines;
    readonly LobsterPrices _prices;
    Level[] _bids = [];
    Level[] _asks = [];
    int _bidCount;
    int _askCount;

    /// <param name="file">The path of the file, which is also its name in messages of exceptions.</param>
    /// <param name="tickSize">The instrument's, in dollars: a whole number of 0.0001.</param>
    public LobsterBookReader(string file, decimal tickSize = 0.0001m)
    {
        _prices = LobsterPrices.For(tickSize);
        _lines = new NumberLines(file);
    }

    public string File => _lines.File;

    /// <summary>How many levels the file records on each side. Known once a row was read.</summary>
    public int LevelsPerSide => _bids.Length;

    /// <summary>The number of the row read last, from 1.</summary>
    public long Row => _lines.Line;

    /// <summary>The levels of the row read last. The file does not count orders: each level says one.</summary>
    public ReadOnlySpan<Level> BestFirst(Side side) =>
        side == Side.Buy ? _bids.AsSpan(0, _bidCount) : _asks.AsSpan(0, _askCount);

    /// <summary>Reads the next row. False at the end of the file.</summary>
    /// <exception cref="FeedException">The line is not a row of a book, or the file is empty.</exception>
    public bool TryRead()
    {
        if (!_lines.TryNextLine())
            return Row > 0 ? false : throw new FeedException(File, 1, null, "a row of the book", "an empty file");

        if (LevelsPerSide == 0)
            CountLevels();

        _bidCount = _askCount = 0;
        for (int level = 1; level <= LevelsPerSide; level++)
        {
            ReadLevel(Side.Sell, level, _asks, ref _askCount);
            ReadLevel(Side.Buy, level, _bids, ref _bidCount);
        }

        if (_lines.HasMoreColumns)
            throw new FeedException(
                File, Row, _lines.Column + 1, $"no more than the {LevelsPerSide} levels of row 1", "a further column");

        return true;
    }

    public void Dispose() => _lines.Dispose();

    void CountLevels()
    {
        int columns = _lines.CountColumns();
        if (columns % ColumnsPerLevel != 0)
            throw new FeedException(
                File, Row, null, "four columns per level (ask price, size, bid price, size)", $"{columns} columns");

        _bids = new Level[columns / ColumnsPerLevel];
        _asks = new Level[columns / ColumnsPerLevel];
    }

    void ReadLevel(Side side, int number, Level[] levels, ref int count)
    {
        long units = _lines.ReadInteger(-LobsterPrices.NoLevel, LobsterPrices.NoLevel, "a price of at most ten digits");
        if (Math.Abs(units) == LobsterPrices.NoLevel)
        {
            _lines.ReadInteger(0, 0, "a size of zero, because there is no level");
            return;
        }

        Price price = _prices.Of(units, _lines);
        if (count < number - 1)
            throw _lines.Unexpected("no level, because there is none before it");
        if (count > 0 && !side.IsBetter(levels[count - 1].Price, price))
            throw _lines.Unexpected($"a price worse than that of level {number - 1}");

        levels[count++] = new(price, new(_lines.ReadInteger(1, LargestQuantity, "a size of one share or more")), 1);
    }
}
