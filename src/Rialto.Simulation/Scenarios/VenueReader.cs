using Rialto.Markets;
using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>Reads the section <c>venues</c>.</summary>
static class VenueReader
{
    public static (IReadOnlyList<string> Names, IReadOnlyList<VenueSetup> Venues, IReadOnlyList<FeeReader?> Fees) Read(
        Node node, IReadOnlyList<Instrument> instruments)
    {
        IReadOnlyList<MapEntry> entries = new Section(node, "venues by their names").Names();
        IReadOnlyList<string> names = [.. entries.Select(entry => entry.Key)];
        List<VenueSetup> venues = [];
        List<FeeReader?> fees = [];
        foreach (MapEntry entry in entries)
        {
            Section section = new(entry.Value, "the venue's institution");
            InstitutionRules rules = Rules(
                section.Require("institution", "continuous, { batch: 2 s }, or { call: 30 s }"));
            Node? reference = section.Find("reference");
            IReadOnlyList<ReferenceLine> lines =
                reference is null ? [] : ReferenceReader.Read(reference, venues.Count, names);
            if (lines.Count > 0)
                rules = Referred(reference!, rules);

            Func<Instrument, InstitutionRules> sessions = SessionReader.Read(section, rules);
            Node? bump = section.Find("speed-bump");
            IReadOnlyList<InstitutionRules> perInstrument =
                [.. instruments.Select(sessions).Select(inner => bump is null ? inner : SpeedBump(bump, inner))];
            TieBreak ties = section.Find("ties") is { } broken
                ? Values.Choice<TieBreak>(broken, ("arrival", TieBreak.Arrival), ("random", TieBreak.Random))
                : TieBreak.Random;
            bool showsOrders = section.Find("market-data") is { } data && ShowsOrders(data, perInstrument[0]);
            fees.Add(section.Find("fees") is { } charged ? new FeeReader(charged) : null);
            section.End();
            venues.Add(new VenueSetup(perInstrument, ties) { ShowsOrders = showsOrders, Reference = lines });
        }

        return names.Count is > 0 and <= short.MaxValue
            ? (names, venues, fees)
            : throw new ScenarioException(node, "expected at least one venue.");
    }

    static ContinuousRules Referred(Node node, InstitutionRules rules) => rules is ContinuousRules continuous
        ? continuous with { FollowsExternalReference = true }
        : throw new ScenarioException(
            node, $"a {rules.Description} has no pegged orders: only a continuous institution follows quotes.");

    static bool ShowsOrders(Node node, InstitutionRules rules)
    {
        bool shows = Values.Choice<bool>(node, ("levels", false), ("orders", true));
        return !shows || rules.ShowsOrders
            ? shows
            : throw new ScenarioException(
                node, "orders are not shown where the book is not always open: expected levels, or 'book: open'.");
    }

    static ContinuousRules Continuous(Section section, Node matched)
    {
        section.End();
        return new ContinuousRules
        {
            Price = Values.Choice<PriceRule>(
                matched, ("resting", PriceRule.Resting), ("midpoint", PriceRule.Midpoint),
                ("overlap", PriceRule.Overlap)),
        };
    }

    static InstitutionRules Rules(Node node)
    {
        if (node is ScalarNode)
            return Values.Choice<InstitutionRules>(node, ("continuous", new ContinuousRules()));

        Section section = new(node, "continuous, { batch: 2 s }, or { call: 30 s }");
        if (section.Find("call") is { } call)
            return SessionReader.Call(section, call);
        if (section.Find("continuous") is { } matched)
            return Continuous(section, matched);

        Duration interval = Values.PositiveSpan(section.Require("batch", "the time between two batches"));
        BatchRules rules = new()
        {
            Interval = interval,
            Phase = section.Find("phase") is { } phase ? Phase(phase, interval) : Duration.Zero,
            Price = section.Find("price") is { } price ? Price(price) : BatchPrice.MidpointUp,
            Rationing = section.Find("rationing") is { } rationing ? RationingOf(rationing) : Rationing.RandomByAge,
        };
        section.End();
        return rules;
    }

    static Duration Phase(Node node, Duration interval)
    {
        Duration phase = Values.Span(node);
        return phase < interval
            ? phase
            : throw new ScenarioException(node, $"expected a time below that between two batches, {interval}.");
    }

    static BatchPrice Price(Node node) => Values.Choice<BatchPrice>(
        node,
        ("midpoint-up", BatchPrice.MidpointUp), ("midpoint", BatchPrice.Midpoint), ("buyer", BatchPrice.Buyer),
        ("seller", BatchPrice.Seller));

    static Rationing RationingOf(Node node) => Values.Choice<Rationing>(
        node, ("random-by-age", Rationing.RandomByAge), ("time", Rationing.Time), ("pro-rata", Rationing.ProRata));

    static SpeedBumpRules SpeedBump(Node node, InstitutionRules inner)
    {
        if (node is ScalarNode)
            return new SpeedBumpRules { Inner = inner, Delay = Values.PositiveSpan(node) };

        Section section = new(node, "a time, or { delay: 350 us, for: takers }");
        Node? who = section.Find("for");
        SpeedBumpRules rules = new()
        {
            Inner = inner,
            Delay = Values.PositiveSpan(section.Require("delay", "how long a request waits")),
            OnlyTakers = who is not null && Values.Choice<bool>(who, ("all", false), ("takers", true)),
            Delays = section.Find("delays") is { } delays
                ? Values.Items(delays, "a list of requests").Aggregate(
                    RequestClasses.None, (all, item) => all | Class(item))
                : RequestClasses.All,
        };
        section.End();
        return rules.OnlyTakers && inner is not (ContinuousRules or ScheduledRules { Inner: ContinuousRules })
            ? throw new ScenarioException(who!, "nobody takes on arrival but in a continuous auction: expected all.")
            : rules;
    }

    static RequestClasses Class(Node node) => Values.Choice<RequestClasses>(
        node,
        ("enter", RequestClasses.Enter), ("replace", RequestClasses.Replace), ("cancel", RequestClasses.Cancel),
        ("cancel-all", RequestClasses.CancelAll));
}
