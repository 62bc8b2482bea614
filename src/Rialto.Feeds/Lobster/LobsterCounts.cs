using System.Globalization;
using Rialto.Trading;

namespace Rialto.Feeds;

/// <summary>What the replay of a LOBSTER tape has met so far, and what it could not follow.</summary>
public sealed class LobsterCounts
{
    static readonly LobsterMessageKind[] Kinds = Enum.GetValues<LobsterMessageKind>();
    static readonly LobsterMessageKind[] KindsOfKnownOrders =
        [LobsterMessageKind.PartialCancel, LobsterMessageKind.Delete, LobsterMessageKind.VisibleExecution];

    readonly long[] _messages = new long[Kinds.Length + 1];
    readonly long[] _unknown = new long[Kinds.Length + 1];
    readonly long[] _lost = new long[Kinds.Length + 1];

    /// <summary>Rows of the order-book file whose best bid and best ask were compared with ours.</summary>
    public long BestQuotesChecked { get; private set; }

    /// <summary>Compared rows in which both best prices and both best quantities were equal.</summary>
    public long BestQuotesAgreed { get; private set; }

    /// <summary>Rows not compared: the only recorded level of a side went, and what is next was not known.</summary>
    public long BestQuotesOutOfView { get; internal set; }

    /// <summary>Rows after the first that were equal at every level, once those newly visible were taken.</summary>
    public long AllLevelsAgreed { get; internal set; }

    /// <summary>The first compared row that differs; null while there is none.</summary>
    public QuoteDisagreement? FirstDisagreement { get; private set; }

    /// <summary>Levels taken from the order-book file because they came into view behind our last one.</summary>
    public long LevelsRevealed { get; internal set; }

    /// <summary>Levels dropped because better ones pushed them out of the recorded view.</summary>
    public long LevelsOutOfView { get; internal set; }

    /// <summary>Levels dropped because a message proved them gone; only without an order-book file.</summary>
    public long LevelsDisproved { get; internal set; }

    /// <summary>Messages that would have taken more from a level than it showed; they took what there was.</summary>
    public long ReductionsCut { get; internal set; }

    /// <summary>Messages that contradict the price, the side or the size that the tape gave their order.</summary>
    public long Contradictions { get; internal set; }

    public long Trades { get; private set; }

    /// <summary>Those of the trades whose resting order was hidden.</summary>
    public long HiddenTrades => Messages(LobsterMessageKind.HiddenExecution);

    /// <summary>Those of the trades that were made in an auction.</summary>
    public long AuctionTrades { get; private set; }

    public long Messages(LobsterMessageKind kind) => _messages[(int)kind];

    /// <summary>
    /// Messages for orders never entered on the tape: they rested before, or were entered out of view.
    /// </summary>
    public long UnknownOrders(LobsterMessageKind kind) => _unknown[(int)kind];

    /// <summary>Messages for orders that were entered on the tape, but whose level was out of view since.</summary>
    public long LostOrders(LobsterMessageKind kind) => _lost[(int)kind];

    /// <summary>Everything, by name and with its meaning.</summary>
    public IReadOnlyList<TapeFigure> Figures()
    {
        List<TapeFigure> figures =
        [
            new("bestQuotesChecked", BestQuotesChecked, "rows whose best bid and ask, price and size, were compared"),
            new("bestQuotesAgreed", BestQuotesAgreed, "compared rows that agreed, before anything was taken from them"),
            new("bestQuotesOutOfView", BestQuotesOutOfView, "rows not compared: a side's only recorded level went"),
            new("allLevelsAgreed", AllLevelsAgreed, "rows equal at every level, after newly visible ones were taken"),
            new("levelsRevealed", LevelsRevealed, "levels taken from the order-book file as they came into view"),
            new("levelsOutOfView", LevelsOutOfView, "levels dropped as better ones pushed them out of view"),
            new("levelsDisproved", LevelsDisproved, "levels dropped because a later message proved them gone"),
            new("reductionsCut", ReductionsCut, "messages that would have taken more from a level than it showed"),
            new("contradictions", Contradictions, "messages that contradict the price, side or size of their order"),
            new("trades", Trades, "executions of visible and of hidden orders, and auctions"),
            new("hiddenTrades", HiddenTrades, "trades whose resting order was hidden; they leave the book alone"),
            new("auctionTrades", AuctionTrades, "trades made in an auction; they leave the book alone"),
        ];
        foreach (LobsterMessageKind kind in Kinds)
            figures.Add(new("messages" + kind, Messages(kind), Numbered("messages of type", kind)));
        foreach (LobsterMessageKind kind in KindsOfKnownOrders)
            figures.Add(new("unknownOrders" + kind, UnknownOrders(kind), Numbered(
                "messages for orders that rested before the tape began or were entered out of view, type", kind)));
        foreach (LobsterMessageKind kind in KindsOfKnownOrders)
            figures.Add(new("lostOrders" + kind, LostOrders(kind), Numbered(
                "messages for orders whose level was out of view since they were entered, type", kind)));

        return figures;
    }

    internal void AddMessage(LobsterMessageKind kind) => _messages[(int)kind]++;

    internal void AddTrade(Liquidity liquidity)
    {
        Trades++;
        if (liquidity == Liquidity.Auction)
            AuctionTrades++;
    }

    internal void AddTrace(LobsterMessageKind kind, OrderTrace trace)
    {
        if (trace == OrderTrace.Unknown)
            _unknown[(int)kind]++;
        else if (trace == OrderTrace.Lost)
            _lost[(int)kind]++;
    }

    internal void AddComparison(QuoteDisagreement? disagreement)
    {
        BestQuotesChecked++;
        if (disagreement is null)
            BestQuotesAgreed++;
        else
            FirstDisagreement ??= disagreement;
    }

    static string Numbered(string meaning, LobsterMessageKind kind) =>
        string.Create(CultureInfo.InvariantCulture, $"{meaning} {(int)kind}");
}
