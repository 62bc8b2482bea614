using Rialto.Journal;

namespace Rialto.Markets;

/// <summary>All invariant monitors of a market. The first rule that a step breaks stops the run.</summary>
/// <remarks>
/// After every step: time and numbers, answers, displayed levels, a crossed book, conservation for those who traded,
/// priority. After every so many steps and at the end: displayed book against venue's book, and all accounts.
/// </remarks>
public sealed class MarketMonitors : IMarketListener
{
    /// <summary>The least number of steps between two comparisons of everything.</summary>
    const int Interval = 1_000;

    readonly Market _market;
    readonly MonitoredListing[] _listings;
    readonly InvariantMonitor[] _monitors;
    readonly int _interval;
    readonly ListingPlaces _places;
    int _sinceAll;

    /// <param name="market">Which has not begun yet: the monitors have to see every step.</param>
    /// <param name="setup">What it was built from.</param>
    public MarketMonitors(Market market, MarketSetup setup)
    {
        if (market.Steps > 0)
            throw new ArgumentException("The monitors must be there before the first step.", nameof(market));

        (_market, _places) = (market, new ListingPlaces(market.Directory));
        _listings = [.. setup.Venues.SelectMany((venue, v) =>
            venue.Rules.Select((rules, i) => new MonitoredListing(new(new((short)v), new((short)i)), rules)))];
        _monitors =
        [
            new SequenceMonitor(), new AnswerMonitor(), new CrossedBookMonitor(market.Directory),
            new DisplayedBookMonitor(market, _listings),
            new ConservationMonitor(market), new PriorityMonitor(market.Directory),
        ];
        _interval = Math.Max(Interval, market.Directory.Participants.Count);
    }

    /// <summary>The rules, in words.</summary>
    public IEnumerable<string> Rules => _monitors.Select(monitor => monitor.Rule);

    /// <exception cref="MonitorException">A rule is broken.</exception>
    public void OnStep(in Step step)
    {
        MonitoredListing listing = _listings[_places.Of(step.Input.Listing)];
        listing.Follow(step);
        foreach (InvariantMonitor monitor in _monitors)
        {
            if (monitor.Check(step, listing) is { } violation)
                throw Broken(monitor, violation, StepText.Of(step, _market.Directory));
        }

        if (++_sinceAll < _interval)
            return;

        _sinceAll = 0;
        CheckAll(StepText.Of(step, _market.Directory));
    }

    /// <summary>Compares everything once more, at the end of the run.</summary>
    /// <exception cref="MonitorException">A rule is broken.</exception>
    public void Complete() => CheckAll($"the end of the run, {_market.Now}");

    void CheckAll(string when)
    {
        foreach (InvariantMonitor monitor in _monitors)
        {
            if (monitor.CheckAll() is { } violation)
                throw Broken(monitor, violation, $"found at {when}");
        }
    }

    static MonitorException Broken(InvariantMonitor monitor, string violation, string step) =>
        new($"the rule that {monitor.Rule} is broken: {violation}. {step}");
}
