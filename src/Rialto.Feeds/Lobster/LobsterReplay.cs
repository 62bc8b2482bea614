using Rialto.Trading;

namespace Rialto.Feeds;

/// <summary>Plays a LOBSTER tape, message by message, as the public events of a market.</summary>
/// <remarks>
/// <para>
/// With an order-book file the book begins as its row 1, the state after message 1. For every later message k: the
/// message is applied; levels beyond the recorded number are dropped; best bid and best ask, price and quantity of
/// both, are compared with row k; and only then levels of row k that are worse than our worst, which came into view
/// at the far edge, are taken from it. Nothing else is ever taken from a row, so a disagreement stays visible. A tape
/// with one level per side cannot foretell what stands behind it: a row where it went is counted, not compared.
/// </para>
/// <para>
/// Without an order-book file only orders entered on the tape are known: the quotes are partial.
/// </para>
/// <para>
/// Events: a trade per execution, hidden execution and cross, on the side of the incoming order, which is opposite to
/// the resting order's; and a level change for each level that differs afterwards, also where a level enters or leaves
/// the view. One lot is one share. A tape with levels does not count orders: a level change says how many orders of
/// the tape rest there, and one more for whatever they do not explain, so at least one.
/// </para>
/// </remarks>
public sealed class LobsterReplay : IDisposable
{
    readonly LobsterMessageReader _messages;
    readonly RecordedView? _recorded;
    readonly TapeBook _book;
    long _matches;

    /// <summary>Opens a tape, and reads its messages through once to check them and to learn its length.</summary>
    /// <param name="messages">The path of the message file.</param>
    /// <param name="book">The path of the order-book file; null to play the messages alone.</param>
    /// <param name="tickSize">The instrument's, in dollars: a whole number of 0.0001.</param>
    /// <exception cref="FeedException">A message is malformed, or the files are not equally long.</exception>
    public LobsterReplay(string messages, string? book = null, decimal tickSize = 0.0001m)
    {
        Extent = LobsterExtent.Of(messages, book, tickSize);
        _messages = new LobsterMessageReader(messages, tickSize);
        _book = new TapeBook(Counts);
        _recorded = book is null ? null : new RecordedView(new LobsterBookReader(book, tickSize), _book, Counts);
    }

    public LobsterExtent Extent { get; }

    public LobsterCounts Counts { get; } = new();

    /// <summary>The message played last; the default value before the first.</summary>
    public LobsterMessage Last { get; private set; }

    /// <summary>The book after the message played last.</summary>
    public DisplayedBook Book => _book.Displayed;

    /// <summary>Whether the book lacks what rested before the tape began: true without an order-book file.</summary>
    public bool QuotesArePartial => _recorded is null;

    /// <summary>
    /// How many levels the order-book file records per side; null without one, or before the first message.
    /// </summary>
    public int? LevelsInView => _recorded?.LevelsPerSide is > 0 and int levels ? levels : null;

    /// <summary>Plays the next message.</summary>
    /// <param name="events">What it did. Earlier contents are cleared.</param>
    /// <param name="at">When it happened, in nanoseconds after midnight.</param>
    /// <returns>False at the end of the tape.</returns>
    /// <exception cref="FeedException">A line is malformed.</exception>
    public bool Next(EventBuffer events, out Timestamp at)
    {
        events.Clear();
        bool isRead = _messages.TryRead(out LobsterMessage message);
        at = message.At;
        if (!isRead)
            return false;

        Last = message;
        Counts.AddMessage(message.Kind);
        if (_recorded is null)
        {
            PlayAlone(message, events);
        }
        else if (_messages.Line == 1)
        {
            Begin(_recorded, message, events);
        }
        else
        {
            Play(message, events);
            _recorded.Follow(message.At, events);
        }

        return true;
    }

    public void Dispose()
    {
        _messages.Dispose();
        _recorded?.Dispose();
    }

    /// <summary>Without a recorded book, what a message proves gone goes.</summary>
    void PlayAlone(in LobsterMessage message, EventBuffer events)
    {
        if (message.Kind is LobsterMessageKind.NewOrder or LobsterMessageKind.VisibleExecution)
            _book.DropDisproved(message, events);

        Play(message, events);
    }

    /// <summary>Row 1 contains what message 1 did; of the message, only its order and its trade are taken.</summary>
    void Begin(RecordedView recorded, in LobsterMessage message, EventBuffer events)
    {
        ReportTrade(message, events);
        recorded.Begin(events);
        if (message.Kind == LobsterMessageKind.NewOrder)
            _book.Recognize(message, events);
        else if (NamesRestingOrder(message.Kind))
            Counts.AddTrace(message.Kind, OrderTrace.Unknown);
    }

    void Play(in LobsterMessage message, EventBuffer events)
    {
        ReportTrade(message, events);
        if (message.Kind == LobsterMessageKind.NewOrder)
            _book.Enter(message, events);
        else if (NamesRestingOrder(message.Kind))
            Counts.AddTrace(message.Kind, _book.Reduce(message, events));
    }

    void ReportTrade(in LobsterMessage message, EventBuffer events)
    {
        bool isCross = message.Kind == LobsterMessageKind.Cross;
        bool isExecution = message.Kind is LobsterMessageKind.VisibleExecution or LobsterMessageKind.HiddenExecution;
        if (!isExecution && !(isCross && message.Quantity > Quantity.Zero))
            return;

        Liquidity liquidity = isCross ? Liquidity.Auction : Liquidity.Removed;
        Counts.AddTrade(liquidity);
        Side incoming = message.Side.Opposite;
        events.Trade(incoming, liquidity, message.Price, message.Quantity, new(++_matches));
    }

    static bool NamesRestingOrder(LobsterMessageKind kind) =>
        kind is LobsterMessageKind.PartialCancel or LobsterMessageKind.Delete or LobsterMessageKind.VisibleExecution;
}
