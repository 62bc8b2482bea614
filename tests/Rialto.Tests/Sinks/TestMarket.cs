using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Tests.Sinks;

/// <summary>Steps written by hand, numbered and handed to listeners.</summary>
sealed class TestMarket(params IMarketListener[] listeners)
{
    public static readonly Listing Xyz = new(new(0), new(0));
    public static readonly Listing Bond = new(new(1), new(1));
    public static readonly ParticipantId Ann = new(0);
    public static readonly ParticipantId Bob = new(1);
    public static readonly ParticipantId Nobody = new(77);

    /// <summary>XYZ moves by 0.01; BOND by 0.25, ten to the lot. The cash unit is 0.01 of currency.</summary>
    public static readonly MarketDirectory Directory = new(
        ["focal", "other, far"],
        [
            new Instrument { Symbol = "XYZ", TickSize = 0.01m },
            new Instrument { Symbol = "BOND", TickSize = 0.25m, LotSize = 10, CashPerTick = 250 },
        ],
        [
            new Participant("ann", "people", new Cash(100_000), [5, -1]),
            new Participant("bob \"b\" jr", "people", Cash.Zero, []),
        ]);

    long _sequence;

    public void Deadline(double seconds, Listing listing, params ReadOnlySpan<MarketEvent> events) =>
        Apply(Input.OfDeadline(At(seconds), listing), events);

    public void Tape(double seconds, Listing listing, params ReadOnlySpan<MarketEvent> events) =>
        Apply(
            Input.OfDeadline(At(seconds), listing) with { Kind = InputKind.Record, Origin = Origin.External }, events);

    public void Request(double seconds, Request request, params ReadOnlySpan<MarketEvent> events) =>
        Apply(Input.OfRequest(At(seconds), Origin.Agent, request), events);

    public void Apply(Input input, params ReadOnlySpan<MarketEvent> events)
    {
        Step step = new(++_sequence, input, events);
        foreach (IMarketListener listener in listeners)
            listener.OnStep(step);
    }

    public static Timestamp At(double seconds) => Timestamp.Zero + Duration.FromSeconds(seconds);

    public static Price Price(long ticks) => new(ticks);

    public static Quantity Lots(long lots) => new(lots);

    public static Request Enter(
        ParticipantId participant, long order, Side side, long lots, long ticks, OrderType type = OrderType.Limit,
        TimeInForce timeInForce = TimeInForce.Day, Listing? listing = null) =>
        new(
            RequestKind.Enter, side, type, timeInForce, OrderFlags.None, listing ?? Xyz, participant, new(order),
            default,
            new(ticks), new(lots), Timestamp.Never);

    public static Request Replace(ParticipantId participant, long order, long replaces, long lots, long ticks) =>
        Enter(participant, order, Side.Buy, lots, ticks) with { Kind = RequestKind.Replace, Replaces = new(replaces) };

    public static Request Cancel(ParticipantId participant, long order) =>
        Enter(participant, order, Side.Buy, 0, 0) with { Kind = RequestKind.Cancel };

    public static MarketEvent Executed(
        Side side, ParticipantId participant, long number, long order, long lots, long ticks, long remaining,
        long match, Liquidity liquidity) =>
        MarketEvent.Executed(
            side, participant, new(number), new(order), new(ticks), new(lots), new(remaining), liquidity, new(match));

    public static MarketEvent Trade(
        Side side, long lots, long ticks, long match, Liquidity liquidity = Liquidity.Removed) =>
        MarketEvent.Trade(side, liquidity, new(ticks), new(lots), new(match));

    public static MarketEvent Level(Side side, long lots, long ticks, int orders = 1) =>
        MarketEvent.LevelChanged(side, new Level(new(ticks), new(lots), orders));

    public static MarketEvent Canceled(
        Side side, ParticipantId participant, long number, long order, long ticks, long lots, long remaining,
        CancelReason reason) =>
        MarketEvent.Canceled(side, participant, new(number), new(order), new(ticks), new(lots), new(remaining), reason);
}
