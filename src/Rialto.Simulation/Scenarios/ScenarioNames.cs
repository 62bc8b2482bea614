using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>The venues and instruments of a scenario, to look up by name.</summary>
sealed record ScenarioNames(
    IReadOnlyList<string> Venues, IReadOnlyList<Instrument> Instruments, IReadOnlyList<string> Valued)
{
    /// <summary>Where the venues lie.</summary>
    public required Network Network { get; init; }

    public bool HasValue(InstrumentId instrument) => Valued.Contains(Instruments[instrument.Value].Symbol);

    /// <summary>The venue named; the only one, if there is only one.</summary>
    public VenueId Venue(Node? node, Section section) =>
        new((short)IndexOf(node, section, "venue", Venues));

    /// <summary>The instrument named; the only one, if there is only one.</summary>
    public InstrumentId Instrument(Node? node, Section section) =>
        new((short)IndexOf(node, section, "instrument", [.. Instruments.Select(instrument => instrument.Symbol)]));

    static int IndexOf(Node? node, Section section, string key, IReadOnlyList<string> names)
    {
        if (node is null)
        {
            return names.Count == 1
                ? 0
                : throw new ScenarioException(
                    section.Node, $"'{key}' is missing: expected one of: {string.Join(", ", names)}.");
        }

        string name = Values.Text(node, $"the name of a {key}");
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i] == name)
                return i;
        }

        throw new ScenarioException(node, $"there is no {key} '{name}'{NearestName.Hint(name, [.. names])}");
    }
}
