using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>Where one listing is traded at a venue: its book, its rule of trading, and what holds requests up before it.</summary>
sealed class TradingPost(Book book, IInstitution institution, SpeedBump? bump)
{
    public Book Book { get; } = book;

    public IInstitution Institution { get; private set; } = institution;

    public SpeedBump? Bump { get; } = bump;

    /// <summary>Whether the trading session has ended.</summary>
    public bool IsClosed { get; set; }

    /// <summary>A listing that is always open gets a session when it is first halted: until then it costs nothing.</summary>
    public TradingSession Session
    {
        get
        {
            if (Institution is TradingSession known)
                return known;

            TradingSession session = TradingSession.Around(Institution, Book);
            Institution = session;
            return session;
        }
    }
}
