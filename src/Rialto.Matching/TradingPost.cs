namespace Rialto.Matching;

/// <summary>
/// Where one listing is traded at a venue: its book, its rule of trading, and what holds requests up before it.
/// </summary>
sealed class TradingPost
{
    public TradingPost(Book book, IInstitution institution, SpeedBump? bump)
    {
        (Book, Institution, Bump) = (book, institution, bump);
        Plain = bump is null && institution is ContinuousDoubleAuction auction
            ? new PlainTrading(book, auction.Matcher)
            : null;
    }

    public Book Book { get; }

    public IInstitution Institution { get; private set; }

    public SpeedBump? Bump { get; }

    /// <summary>
    /// The short way of plain requests; null where there is none: under another rule of trading, behind a speed bump,
    /// within a trading session, after the close.
    /// </summary>
    public PlainTrading? Plain { get; private set; }

    /// <summary>Whether the trading session has ended.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>
    /// A listing that is always open gets a session when it is first halted: until then it costs nothing.
    /// </summary>
    public TradingSession Session
    {
        get
        {
            if (Institution is TradingSession known)
                return known;

            TradingSession session = TradingSession.Around(Institution, Book);
            (Institution, Plain) = (session, null);
            return session;
        }
    }

    public void Close() => (IsClosed, Plain) = (true, null);
}
