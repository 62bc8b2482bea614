using System.Globalization;
using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Tests.Journal;

/// <summary>Equal hashes, equal histories; and the same canonical bytes for everybody.</summary>
public sealed class EventHashTests
{
    static readonly MarketEvent Executed = MarketEvent.Executed(
        Side.Sell, new ParticipantId(0x0A0B0C0D), new OrderNumber(2), new ClientOrderId(3), new Price(-4),
        new Quantity(5), new Quantity(6), Liquidity.Removed, new MatchNumber(7));

    static readonly Input Deadline = Input.OfDeadline(
        new Timestamp(11), new Listing(new VenueId(1), new InstrumentId(2)));

    [Fact]
    public void Whatever_differs_changes_the_hash()
    {
        Listing listing = Deadline.Listing;
        ulong[] hashes =
        [
            HashOf(1, Deadline, Executed),
            HashOf(2, Deadline, Executed),
            HashOf(1, Deadline with { At = new Timestamp(12) }, Executed),
            HashOf(1, Deadline with { Listing = listing with { Venue = new VenueId(2) } }, Executed),
            HashOf(1, Deadline with { Listing = listing with { Instrument = new InstrumentId(1) } }, Executed),
            HashOf(1, Deadline),
            HashOf(1, Deadline, Executed, Executed),
            .. new[]
            {
                Execution(Side.Buy, 1, 2, 3, 4, 5, 6, Liquidity.Added, 7),
                Execution(Side.Sell, 1, 2, 3, 4, 5, 6, Liquidity.Added, 7),
                Execution(Side.Buy, 2, 2, 3, 4, 5, 6, Liquidity.Added, 7),
                Execution(Side.Buy, 1, 3, 3, 4, 5, 6, Liquidity.Added, 7),
                Execution(Side.Buy, 1, 2, 4, 4, 5, 6, Liquidity.Added, 7),
                Execution(Side.Buy, 1, 2, 3, 5, 5, 6, Liquidity.Added, 7),
                Execution(Side.Buy, 1, 2, 3, 4, 6, 6, Liquidity.Added, 7),
                Execution(Side.Buy, 1, 2, 3, 4, 5, 7, Liquidity.Added, 7),
                Execution(Side.Buy, 1, 2, 3, 4, 5, 6, Liquidity.Removed, 7),
                Execution(Side.Buy, 1, 2, 3, 4, 5, 6, Liquidity.Added, 8),
                MarketEvent.StateChanged(TradingState.Closed),
                MarketEvent.AuctionEnded(default, default),
                MarketEvent.Rejected(default, RejectReason.Closed),
                MarketEvent.Rejected(default, RejectReason.InvalidPrice),
            }.Select(happened => HashOf(1, Deadline, happened)),
        ];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void A_refused_stranger_does_not_stop_the_hash() =>
        Assert.NotEqual(
            HashOf(
                1, Deadline,
                MarketEvent.Rejected(new Request { Participant = new(-1) }, RejectReason.UnknownParticipant)),
            HashOf(
                1, Deadline,
                MarketEvent.Rejected(new Request { Participant = new(-2) }, RejectReason.UnknownParticipant)));

    [Fact]
    public void The_canonical_bytes_are_those_of_the_table()
    {
        byte[] bytes = new byte[EventHash.CanonicalLength];
        Step step = new(9, Deadline, [Executed]);
        EventHash.Write(bytes, step, Executed);

        Assert.Equal(
            "09 00 00 00 00 00 00 00  0B 00 00 00 00 00 00 00  01 00 02 00  06 01 02 00  0D 0C 0B 0A  02 00 00 00 "
                + "00 00 00 00  "
                + "03 00 00 00 00 00 00 00  FC FF FF FF FF FF FF FF  05 00 00 00 00 00 00 00  06 00 00 00 00 00 00 00  "
                    + "07 00 00 00 00 00 00 00",
            string.Join("  ", Fields(bytes, 8, 8, 4, 4, 4, 8, 8, 8, 8, 8, 8)));
    }

    static IEnumerable<string> Fields(byte[] bytes, params int[] lengths)
    {
        int at = 0;
        foreach (int length in lengths)
        {
            yield return string.Join(
                ' ', bytes.Skip(at).Take(length).Select(value => value.ToString("X2", CultureInfo.InvariantCulture)));
            at += length;
        }
    }

    static MarketEvent Execution(
        Side side, int participant, long number, long order, long price, long executed, long remaining,
        Liquidity liquidity, long match) =>
        MarketEvent.Executed(
            side, new ParticipantId(participant), new OrderNumber(number), new ClientOrderId(order), new Price(price),
            new Quantity(executed), new Quantity(remaining), liquidity, new MatchNumber(match));

    static ulong HashOf(long sequence, Input input, params MarketEvent[] events)
    {
        EventHash hash = new();
        Step step = new(sequence, input, events);
        hash.Add(step);
        return hash.Value;
    }
}
