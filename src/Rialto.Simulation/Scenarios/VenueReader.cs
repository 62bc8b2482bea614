using Rialto.Markets;
using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>Reads the section <c>venues</c>.</summary>
static class VenueReader
{
    public static (IReadOnlyList<string> Names, IReadOnlyList<VenueSetup> Venues) Read(Node node, IReadOnlyList<Instrument> instruments)
    {
        List<string> names = [];
        List<VenueSetup> venues = [];
        foreach (MapEntry entry in new Section(node, "venues by their names").Names())
        {
            Section section = new(entry.Value, "the venue's institution");
            InstitutionRules rules = Rules(section.Require("institution", "continuous, { batch: 2 s }, or { call: 30 s }"));
            Func<Instrument, InstitutionRules> sessions = SessionReader.Read(section, rules);
            TieBreak ties = section.Find("ties") is { } broken
                ? Values.Choice<TieBreak>(broken, ("arrival", TieBreak.Arrival), ("random", TieBreak.Random))
                : TieBreak.Random;
            section.End();
            names.Add(entry.Key);
            venues.Add(new VenueSetup([.. instruments.Select(sessions)], ties));
        }

        return names.Count is > 0 and <= short.MaxValue
            ? (names, venues)
            : throw new ScenarioException(node, "expected at least one venue.");
    }

    static InstitutionRules Rules(Node node)
    {
        if (node is ScalarNode)
            return Values.Choice<InstitutionRules>(node, ("continuous", new ContinuousRules()));

        Section section = new(node, "continuous, { batch: 2 s }, or { call: 30 s }");
        if (section.Find("call") is { } call)
            return SessionReader.Call(section, call);

        Duration interval = Values.PositiveSpan(section.Require("batch", "the time between two batches"));
        if (section.Find("price") is { } price)
            Values.Choice<bool>(price, ("midpoint-up", true));
        if (section.Find("rationing") is { } rationing)
            Values.Choice<bool>(rationing, ("random-by-age", true));
        section.End();
        return new BatchRules { Interval = interval };
    }
}
