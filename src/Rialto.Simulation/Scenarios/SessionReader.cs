using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>
/// Reads what a venue's auctions are like: those of a call market, and those between the phases of a trading day.
/// </summary>
static class SessionReader
{
    const long Whole = 1_000_000;

    static readonly (string, TradingState)[] Phases =
    [
        ("pre-open", TradingState.PreOpen), ("opening-auction", TradingState.OpeningAuction),
        ("continuous", TradingState.Continuous),
        ("closing-auction", TradingState.ClosingAuction), ("closed", TradingState.Closed),
    ];

    /// <summary>Reads an institution of calls.</summary>
    /// <param name="section">The institution's.</param>
    /// <param name="call">The time between two calls.</param>
    public static CallRules Call(Section section, Node call)
    {
        bool isOnDemand = call is ScalarNode { Text: "on-demand" };
        Duration? interval = isOnDemand ? null : Values.PositiveSpan(call);
        Duration phase = !isOnDemand && section.Find("phase") is { } first ? Values.Span(first) : Duration.Zero;
        BookDisplay display = Display(section, BookDisplay.Closed);
        Rationing rationing = RationingOf(section);
        section.End();
        return new CallRules { Interval = interval, Phase = phase, Display = display, Rationing = rationing };
    }

    /// <summary>Reads <c>schedule</c>, <c>bands</c> and <c>auctions</c> of a venue.</summary>
    /// <returns>The rules of each instrument: those given, if the venue has none of the three.</returns>
    public static Func<Instrument, InstitutionRules> Read(Section venue, InstitutionRules inner)
    {
        (Node? schedule, Node? bands, Node? auctions) = (
            venue.Find("schedule"), venue.Find("bands"), venue.Find("auctions"));
        if ((schedule ?? bands ?? auctions) is not { } any)
            return _ => inner;
        if (inner is CallRules)
            throw new ScenarioException(any, "a call market has no trading sessions.");
        if (bands is not null && inner is not ContinuousRules)
            throw new ScenarioException(bands, "only a continuous institution has bands.");

        ScheduledRules rules = new() { Inner = inner, Schedule = schedule is null ? null : Schedule(schedule) };
        if (auctions is not null)
        {
            Section section = new(auctions, "what the auctions are like");
            rules = rules with
            {
                Display = Display(section, rules.Display),
                Rationing = RationingOf(section),
                Reopening = section.Find("reopening") is { } reopening ? Values.Span(reopening) : Duration.Zero,
            };
            section.End();
        }

        if (bands is null)
            return _ => rules;

        (PriceBands common, Node? reference) = Bands(bands);
        return instrument => rules with
        {
            Bands = reference is null
                ? common
                : common with { Reference = new Price(Values.WholeTicks(reference, instrument)) },
        };
    }

    static TradingSchedule Schedule(Node node)
    {
        (Node list, Duration? every) = (node, null);
        if (node is MapNode)
        {
            Section section = new(node, "the phases of a day");
            list = section.Require("phases", "a list of [time, phase]");
            every = section.Find("every") is { } day ? Values.PositiveSpan(day) : null;
            section.End();
        }

        List<TradingPhase> phases = [];
        foreach (Node item in Values.Items(
            list, "a list of [time, phase], for example [[0 s, opening-auction], [1 min, continuous]]"))
        {
            if (item is not ListNode { Items: [Node start, Node state] })
                throw new ScenarioException(item, "expected [time, phase], for example [1 min, continuous].");

            phases.Add(
                new TradingPhase(Timestamp.Zero + Values.Span(start), Values.Choice<TradingState>(state, Phases)));
        }

        try
        {
            return new TradingSchedule(phases, every);
        }
        catch (ArgumentException impossible)
        {
            throw new ScenarioException(node, impossible.Message.Split(" (Parameter", 2)[0]);
        }
    }

    static (PriceBands Bands, Node? Reference) Bands(Node node)
    {
        Section section = new(node, "the price bands");
        PriceBands bands = new()
        {
            Static = section.Find("static") is { } fix ? Band(fix) : null,
            Dynamic = section.Find("dynamic") is { } moving ? Band(moving) : null,
            Interruption = Values.PositiveSpan(
                section.Require("interruption", "how long orders are collected when a band is reached")),
            RandomEnd = section.Find("random-end") is { } random ? Values.Span(random) : Duration.Zero,
        };
        Node? reference = section.Find("reference");
        section.End();
        return bands.Static is not null || bands.Dynamic is not null
            ? (bands, reference)
            : throw new ScenarioException(node, "expected 'static', 'dynamic' or both.");
    }

    /// <summary>A distance with its unit: <c>2 %</c> or <c>25 ticks</c>.</summary>
    static PriceBand Band(Node node)
    {
        const string Expected = "a part of the price or a number of ticks, for example 2.5 % or 25 ticks";
        string text = Values.Text(node, Expected);
        if (text.EndsWith("ticks", StringComparison.Ordinal))
        {
            return PriceBand.OfTicks(
                new Ticks(Values.Integer(new ScalarNode(node.Place, text[..^5].Trim()), 0, Whole * Whole)));
        }

        if (!text.EndsWith('%'))
            throw Values.Wrong(node, Expected);

        decimal millionths = Values.Number(new ScalarNode(node.Place, text[..^1].Trim()), Expected) * (Whole / 100);
        return millionths >= 0 && millionths <= Whole && millionths == decimal.Truncate(millionths)
            ? PriceBand.OfShare((long)millionths)
            : throw new ScenarioException(node, $"'{text}' is out of range: from 0 to 100 %, in steps of 0.0001 %.");
    }

    static BookDisplay Display(Section section, BookDisplay usual) => section.Find("book") is { } book
        ? Values.Choice<BookDisplay>(
            book, ("closed", BookDisplay.Closed), ("indicative", BookDisplay.Indicative), ("open", BookDisplay.Open))
        : usual;

    static Rationing RationingOf(Section section) => section.Find("rationing") is { } rationing
        ? Values.Choice<Rationing>(rationing, ("time", Rationing.Time), ("pro-rata", Rationing.ProRata))
        : Rationing.Time;
}
