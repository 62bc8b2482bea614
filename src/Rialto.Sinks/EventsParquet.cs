using System.Globalization;
using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Sinks;

/// <summary><c>events.parquet</c>: everything that happened, one row per event.</summary>
/// <remarks>
/// <code>
/// column           type   meaning                                              no value for
/// sequence         int64  of the step that contains the event, from 1
/// time_ns          int64  nanoseconds since the run's origin
/// venue            text   name
/// instrument       text   symbol
/// kind             text   accepted, rejected, replaced, canceled, triggered,
///                         refilled, executed, charged, trade, level-changed,
///                         order-shown, order-reduced, indication,
///                         auction-ended, state-changed
/// side             text   buy or sell: of the order, of the incoming order     indication, auction-ended,
///                         of a trade, of the level                             state-changed, trade in an auction
/// liquidity        text   added, removed, auction                              all but executed, charged, trade
/// reason text why it was rejected or canceled; the new state all but rejected, canceled, state-changed
/// participant      text   name                                                 public events
/// order_number     int64  the venue's name of the order                        rejected, other public events
/// client_order_id  int64  the participant's name of the order                  public events
/// replaces         int64  client_order_id of the order replaced                all but replaced
/// price_ticks int64 price or limit; of a market order without meaning charged, state-changed, auction without trade
/// quantity         int64  lots entered, canceled, executed, traded, shown,     state-changed
///                         paired
/// remaining        int64  lots left of the order                               rejected, charged, other public events
/// match int64 number of the match all but executed, trade, order-reduced by one
/// orders           int32  how many orders rest at the level                    all but level-changed
/// imbalance        int64  lots of bids minus asks at the indicated price       all but indication
/// fee              int64  units of cash paid; negative if received             all but charged
/// </code>
/// The file's metadata has the tick size and the lot size of each instrument, as <c>tick_size/SYMBOL</c> and
/// <c>lot_size/SYMBOL</c>: a price in ticks times the tick size is a price in currency.
/// </remarks>
public sealed class EventsParquet : ISink
{
    readonly TextColumn _venue;
    readonly TextColumn _instrument;
    readonly TextColumn _participant;
    readonly TextColumn _kind = new("kind", Words<EventKind>.All);
    readonly TextColumn _side = new("side", Words<Side>.All, isOptional: true);
    readonly TextColumn _liquidity = new("liquidity", Words<Liquidity>.All, isOptional: true);
    readonly TextColumn _reason = new(
        "reason", [.. Words<RejectReason>.All, .. Words<CancelReason>.All, .. Words<TradingState>.All],
        isOptional: true);
    readonly IntegerColumn _sequence = IntegerColumn.OfInt64("sequence");
    readonly IntegerColumn _time = IntegerColumn.OfInt64("time_ns");
    readonly IntegerColumn _number = IntegerColumn.OfInt64("order_number", isOptional: true);
    readonly IntegerColumn _order = IntegerColumn.OfInt64("client_order_id", isOptional: true);
    readonly IntegerColumn _replaces = IntegerColumn.OfInt64("replaces", isOptional: true);
    readonly IntegerColumn _price = IntegerColumn.OfInt64("price_ticks", isOptional: true);
    readonly IntegerColumn _quantity = IntegerColumn.OfInt64("quantity", isOptional: true);
    readonly IntegerColumn _remaining = IntegerColumn.OfInt64("remaining", isOptional: true);
    readonly IntegerColumn _match = IntegerColumn.OfInt64("match", isOptional: true);
    readonly IntegerColumn _orders = IntegerColumn.OfInt32("orders", isOptional: true);
    readonly IntegerColumn _imbalance = IntegerColumn.OfInt64("imbalance", isOptional: true);
    readonly IntegerColumn _fee = IntegerColumn.OfInt64("fee", isOptional: true);
    readonly int _venues;
    readonly int _instruments;
    readonly int _participants;
    readonly ParquetWriter _writer;

    /// <param name="directory">The names.</param>
    /// <param name="stream">Written from its position on, and disposed with the sink.</param>
    /// <param name="rowsPerGroup">How many rows are held in memory.</param>
    public EventsParquet(MarketDirectory directory, Stream stream, int rowsPerGroup = 100_000)
    {
        (_venues, _instruments, _participants) =
            (directory.Venues.Count, directory.Instruments.Count, directory.Participants.Count);
        _venue = new TextColumn("venue", directory.Venues);
        _instrument = new TextColumn("instrument", directory.Symbols);
        _participant = new TextColumn("participant", directory.ParticipantNames, isOptional: true);
        _writer = new ParquetWriter(
            stream,
            [
                _sequence, _time, _venue, _instrument, _kind, _side, _liquidity, _reason, _participant, _number, _order,
                _replaces, _price, _quantity, _remaining, _match, _orders, _imbalance, _fee,
            ],
            MetadataOf(directory),
            rowsPerGroup);
    }

    public void OnStep(in Step step)
    {
        Listing listing = step.Input.Listing;
        int venue = CodeOf(_venue, listing.Venue.Value, _venues);
        int instrument = CodeOf(_instrument, listing.Instrument.Value, _instruments);
        foreach (ref readonly MarketEvent happened in step.Events)
        {
            _sequence.Add(step.Sequence);
            _time.Add(step.Input.At.Nanoseconds);
            _venue.Add(venue);
            _instrument.Add(instrument);
            _kind.Add(Words<EventKind>.CodeOf(happened.Kind));
            AddOrder(happened);
            AddMarketData(happened);
            _writer.EndRow();
        }
    }

    public void Complete() => _writer.Complete();

    public void Dispose() => _writer.Dispose();

    /// <summary>The columns about a participant's order.</summary>
    void AddOrder(in MarketEvent happened)
    {
        bool isPrivate = !happened.IsPublic;
        bool isOrder = (isPrivate && happened.Kind != EventKind.Rejected)
            || happened.Kind is EventKind.OrderShown or EventKind.OrderReduced;
        _participant.Add(isPrivate ? CodeOf(_participant, happened.Participant.Value, _participants) : null);
        _number.Add(isOrder ? happened.Number.Value : null);
        _order.Add(isPrivate ? happened.Order.Value : null);
        _replaces.Add(happened.Kind == EventKind.Replaced ? happened.Extra : null);
        _remaining.Add(isOrder && happened.Kind != EventKind.Charged ? happened.Remaining.Lots : null);
        _reason.Add(happened.Kind switch
        {
            EventKind.Rejected => happened.Reason,
            EventKind.Canceled => Words<RejectReason>.All.Count + happened.Reason,
            EventKind.StateChanged => Words<RejectReason>.All.Count + Words<CancelReason>.All.Count + happened.Reason,
            _ => null,
        });
    }

    /// <summary>The columns that private and public events share, and those of public events.</summary>
    void AddMarketData(in MarketEvent happened)
    {
        EventKind kind = happened.Kind;
        bool isAuction = kind == EventKind.Trade && happened.Liquidity == Liquidity.Auction;
        bool isEmptyBatch = kind == EventKind.AuctionEnded && happened.Quantity == Quantity.Zero;
        bool isMatch = kind is EventKind.Executed or EventKind.Trade;

        _side.Add(kind <= EventKind.OrderReduced && !isAuction ? Words<Side>.CodeOf(happened.Side) : null);
        _price.Add(kind is EventKind.StateChanged or EventKind.Charged || isEmptyBatch ? null : happened.Price.Ticks);
        _quantity.Add(kind == EventKind.StateChanged ? null : happened.Quantity.Lots);
        _liquidity.Add(isMatch || kind == EventKind.Charged ? Words<Liquidity>.CodeOf(happened.Liquidity) : null);
        _match.Add(isMatch || (kind == EventKind.OrderReduced && happened.Extra != 0) ? happened.Extra : null);
        _orders.Add(kind == EventKind.LevelChanged ? happened.Orders : null);
        _imbalance.Add(kind == EventKind.Indication ? happened.Extra : null);
        _fee.Add(kind == EventKind.Charged ? happened.Extra : null);
    }

    static int CodeOf(TextColumn column, int number, int known) =>
        number >= 0 && number < known ? number : column.CodeOf(DirectoryNames.Unknown(number));

    static List<KeyValuePair<string, string>> MetadataOf(MarketDirectory directory)
    {
        List<KeyValuePair<string, string>> metadata = [new("format", "rialto events 1")];
        foreach (Instrument traded in directory.Instruments)
        {
            metadata.Add(new($"tick_size/{traded.Symbol}", traded.TickSize.ToString(CultureInfo.InvariantCulture)));
            metadata.Add(new($"lot_size/{traded.Symbol}", traded.LotSize.ToString(CultureInfo.InvariantCulture)));
        }

        return metadata;
    }
}
