using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>
/// What some participants together executed in one listing, and held of its instrument, in bounded memory.
/// </summary>
public sealed class GroupRecord : IMarketListener
{
    readonly bool[] _isMember;
    readonly Listing _listing;
    long _lots;

    /// <param name="directory">Who is in the market.</param>
    /// <param name="members">The participants of the group.</param>
    /// <param name="listing">Whose executions are kept.</param>
    /// <param name="horizon">What the time axis shows.</param>
    public GroupRecord(MarketDirectory directory, IEnumerable<ParticipantId> members, Listing listing, Horizon horizon)
    {
        _isMember = new bool[directory.Participants.Count];
        _listing = listing;
        foreach (ParticipantId member in members)
        {
            _isMember[member.Value] = true;
            IReadOnlyList<long> opening = directory[member].OpeningInventory;
            _lots += listing.Instrument.Value < opening.Count ? opening[listing.Instrument.Value] : 0;
        }

        Horizon = horizon;
        Buys = new(horizon, ListingRecord.SeriesSpans);
        Sells = new(horizon, ListingRecord.SeriesSpans);
        Inventory = new(horizon, ListingRecord.SeriesSpans);
        Inventory.Add(horizon.Start, _lots);
    }

    internal Horizon Horizon { get; }

    internal Listing Listing => _listing;

    internal TradeSeries Buys { get; }

    internal TradeSeries Sells { get; }

    /// <summary>Lots held by all of them together, at all venues.</summary>
    internal StepSeries Inventory { get; }

    public void OnStep(in Step step)
    {
        Listing listing = step.Input.Listing;
        if (listing.Instrument != _listing.Instrument)
            return;

        Timestamp at = Timestamp.Latest(step.Input.At, Horizon.Start);
        long before = _lots;
        foreach (ref readonly MarketEvent happened in step.Events)
        {
            if (happened.Kind != EventKind.Executed || !_isMember[happened.Participant.Value])
                continue;

            _lots += happened.Side.Sign * happened.Quantity.Lots;
            if (listing == _listing)
            {
                (happened.Side == Side.Buy ? Buys : Sells).Add(
                    new(at, happened.Price.Ticks, happened.Quantity.Lots, false));
            }
        }

        if (_lots != before)
            Inventory.Add(at, _lots);
    }
}
