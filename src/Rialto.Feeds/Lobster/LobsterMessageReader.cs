using Rialto.Trading;

namespace Rialto.Feeds;

/// <summary>Reads a LOBSTER message file, line by line.</summary>
/// <remarks>
/// <code>
/// column  field       encoding
///      1  time        decimal seconds after midnight
///      2  type        1 to 7, see LobsterMessageKind
///      3  order id    integer
///      4  size        shares
///      5  price       integer, 4 implied decimals
///      6  direction   1 buy, -1 sell; for executions that of the resting order
/// </code>
/// Times never descend. Further columns are passed over: newer files have one more.
/// Source: LOBSTER, "LOBSTER Output", section "Message File".
/// </remarks>
public sealed class LobsterMessageReader : IDisposable
{
    const long LargestQuantity = uint.MaxValue; // The exchange's own messages give shares 32 bits.

    readonly NumberLines _lines;
    readonly LobsterPrices _prices;
    Timestamp _last;

    /// <param name="file">The path of the file, which is also its name in messages of exceptions.</param>
    /// <param name="tickSize">The instrument's, in dollars: a whole number of 0.0001.</param>
    public LobsterMessageReader(string file, decimal tickSize = 0.0001m)
    {
        _prices = LobsterPrices.For(tickSize);
        _lines = new NumberLines(file);
    }

    /// <summary>The line of the message read last.</summary>
    public long Line => _lines.Line;

    /// <summary>Reads the next message. False at the end of the file.</summary>
    /// <exception cref="FeedException">The line is no message or goes back in time, or the file is empty.</exception>
    public bool TryRead(out LobsterMessage message)
    {
        message = default;
        if (!_lines.TryNextLine())
            return Line > 0 ? false : throw new FeedException(_lines.File, 1, null, "a message", "an empty file");

        Timestamp at = _lines.ReadSeconds();
        if (at < _last)
            throw _lines.Unexpected($"a time not before {_last}");

        _last = at;
        LobsterMessageKind kind = (LobsterMessageKind)_lines.ReadInteger(1, 7, "a type from 1 to 7");
        long reference = _lines.ReadInteger(long.MinValue, long.MaxValue, "an order id");
        Quantity quantity = ReadQuantity(kind);
        Price price = ReadPrice(kind);
        Side side = ReadSide(kind);
        message = new(at, kind, reference, side, price, quantity);
        return true;
    }

    public void Dispose() => _lines.Dispose();

    Quantity ReadQuantity(LobsterMessageKind kind) => new(kind >= LobsterMessageKind.Cross
        ? _lines.ReadInteger(0, LargestQuantity, "a size of zero or more shares")
        : _lines.ReadInteger(1, LargestQuantity, "a size of one share or more"));

    Price ReadPrice(LobsterMessageKind kind)
    {
        const long Highest = LobsterPrices.NoLevel - 1;
        long units = _lines.ReadInteger(-Highest, Highest, "a price of at most ten digits");
        return kind == LobsterMessageKind.Halt ? new(units) : _prices.Of(units, _lines);
    }

    Side ReadSide(LobsterMessageKind kind)
    {
        const string Expected = "a direction, 1 or -1";
        long direction = _lines.ReadInteger(-1, 1, Expected);
        if (direction == 0 && kind != LobsterMessageKind.Halt)
            throw _lines.Unexpected(Expected);

        return direction > 0 ? Side.Buy : Side.Sell;
    }
}
