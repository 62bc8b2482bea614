using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>Folds a market, simulated or from a tape, into what its stylized facts are read from.</summary>
/// <remarks>
/// Memory grows with the number of trades and orders; everything else is that of <see cref="RunRecord"/>.
/// </remarks>
public sealed class FactsRecord : IMarketListener
{
    readonly FlowRecord?[] _flows;

    /// <param name="directory">Who and what is in the market.</param>
    /// <param name="horizon">The trading session, or the part of it that is known.</param>
    public FactsRecord(MarketDirectory directory, Horizon horizon)
    {
        Run = new(directory, horizon, FactsInterval.SamplingOf(horizon));
        _flows = new FlowRecord?[directory.Venues.Count * directory.Instruments.Count];
    }

    internal RunRecord Run { get; }

    public void OnStep(in Step step)
    {
        if (!step.Events.IsEmpty)
            FlowOf(step.Input.Listing).Apply(step, Run.BestOf(step.Input.Listing));

        Run.OnStep(step);
    }

    public void OnAgentState(AgentState state)
    {
    }

    public void OnValue(Timestamp at, InstrumentId instrument, Price value) => Run.OnValue(at, instrument, value);

    /// <summary>
    /// An order of a tape came to rest: to be told before the step in which it did, for tapes without private events.
    /// </summary>
    /// <param name="at">When.</param>
    /// <param name="listing">Where.</param>
    /// <param name="number">The tape's name of it.</param>
    /// <param name="side">Of the order.</param>
    /// <param name="limit">Its price.</param>
    /// <param name="quantity">Its lots.</param>
    public void OnTapeOrder(Timestamp at, Listing listing, long number, Side side, Price limit, Quantity quantity) =>
        FlowOf(listing).Enter(at, number, side, limit, quantity, Run.BestOf(listing));

    /// <summary>An order of a tape was canceled altogether.</summary>
    public void OnTapeCancel(Timestamp at, Listing listing, long number) => FlowOf(listing).Cancel(at, number);

    internal FlowRecord FlowOf(Listing listing) =>
        _flows[(listing.Instrument.Value * Run.Directory.Venues.Count) + listing.Venue.Value] ??= new FlowRecord();

    /// <summary>The listing with the most trades; null if nothing happened anywhere.</summary>
    internal ListingRecord? Busiest => Run.Listings.MaxBy(listing => listing.Trades.Count);
}
