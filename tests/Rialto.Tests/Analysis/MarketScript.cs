using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Tests.Analysis;

/// <summary>Tells a listener, step by step, what a market might have done.</summary>
sealed class MarketScript(IMarketListener listener)
{
    readonly List<MarketEvent> _events = [];
    long _sequence;
    long _match;

    public Listing Listing { get; set; }

    /// <summary>Applies what was collected as one step at an instant.</summary>
    public MarketScript At(double seconds, InputKind kind = InputKind.Request, Control control = Control.None)
    {
        Input input = new(new((long)Math.Round(seconds * 1e9)), kind, Origin.Agent, control, Listing, default);
        listener.OnStep(new Step(++_sequence, input, _events.ToArray()));
        _events.Clear();
        return this;
    }

    public MarketScript Bid(long lots, long at) => Level(Side.Buy, lots, at);

    public MarketScript Ask(long lots, long at) => Level(Side.Sell, lots, at);

    public MarketScript Level(Side side, long lots, long at) =>
        Add(MarketEvent.LevelChanged(side, new(new(at), new(lots), lots > 0 ? 1 : 0)));

    public MarketScript Trade(Side side, long lots, long at, Liquidity liquidity = Liquidity.Removed) =>
        Add(MarketEvent.Trade(side, liquidity, new(at), new(lots), new(++_match)));

    /// <summary>A match of two participants, private and public.</summary>
    public MarketScript Match(
        int buyer, int seller, long lots, long at, Side incoming = Side.Buy, Liquidity liquidity = Liquidity.Removed)
    {
        MatchNumber match = new(_match + 1);
        Add(MarketEvent.Executed(
            Side.Buy, new(buyer), default, default, new(at), new(lots), default, liquidity, match));
        Add(MarketEvent.Executed(
            Side.Sell, new(seller), default, default, new(at), new(lots), default, liquidity, match));
        return Trade(incoming, lots, at, liquidity);
    }

    public MarketScript BatchEnded(long price, long lots) => Add(MarketEvent.AuctionEnded(new(price), new(lots)));

    public MarketScript State(TradingState state) => Add(MarketEvent.StateChanged(state));

    public MarketScript Close(double seconds) =>
        Add(MarketEvent.StateChanged(TradingState.Closed)).At(seconds, InputKind.Control, Control.Close);

    public MarketScript Value(double seconds, long ticks, short instrument = 0)
    {
        listener.OnValue(new((long)Math.Round(seconds * 1e9)), new(instrument), new(ticks));
        return this;
    }

    MarketScript Add(in MarketEvent happened)
    {
        _events.Add(happened);
        return this;
    }
}
