using Rialto.Markets;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>Reads the key <c>reference</c> of a venue: whose quotes its pegged orders follow, and how late.</summary>
static class ReferenceReader
{
    const string Expected = "own, or { venues: [lit], delay: 350 us }";
    const string ExpectedVenues = "all, the name of a venue, a list of names, or a delay by name";

    /// <param name="node">The key's value.</param>
    /// <param name="venue">The place of the venue that has it.</param>
    /// <param name="names">Of all venues.</param>
    /// <returns>None for the venue's own quotes.</returns>
    public static IReadOnlyList<ReferenceLine> Read(Node node, int venue, IReadOnlyList<string> names)
    {
        if (node is ScalarNode)
            return Values.Choice<IReadOnlyList<ReferenceLine>>(node, ("own", []));

        Section section = new(node, Expected);
        Node venues = section.Require("venues", ExpectedVenues);
        List<ReferenceLine> lines = [];
        if (venues is MapNode)
        {
            foreach (MapEntry entry in new Section(venues, ExpectedVenues).Names())
                Add(lines, new ScalarNode(entry.Place, entry.Key), Values.Span(entry.Value), venue, names);
        }
        else
        {
            Duration delay = section.Find("delay") is { } late ? Values.Span(late) : Duration.Zero;
            foreach (Node other in Named(venues, venue, names))
                Add(lines, other, delay, venue, names);
        }

        section.End();
        return lines.Count > 0
            ? lines
            : throw new ScenarioException(venues, $"there is no other venue: expected {ExpectedVenues}.");
    }

    static IEnumerable<Node> Named(Node venues, int venue, IReadOnlyList<string> names) => venues switch
    {
        ScalarNode { Text: "all" } => OthersThan(venue, names).Select(name => new ScalarNode(venues.Place, name)),
        ScalarNode => [venues],
        _ => Values.Items(venues, ExpectedVenues),
    };

    static IEnumerable<string> OthersThan(int venue, IReadOnlyList<string> names) =>
        names.Where((_, place) => place != venue);

    static void Add(List<ReferenceLine> lines, Node named, Duration delay, int venue, IReadOnlyList<string> names)
    {
        string name = Values.Text(named, "the name of a venue");
        int place = 0;
        while (place < names.Count && names[place] != name)
            place++;

        if (place == names.Count)
            throw new ScenarioException(
                named, $"there is no venue '{name}'{NearestName.Hint(name, [.. OthersThan(venue, names)])}");
        if (place == venue)
            throw new ScenarioException(
                named, $"'{name}' is the venue itself: its own quotes are followed with 'reference: own'.");
        if (lines.Exists(line => line.Venue.Value == place))
            throw new ScenarioException(named, $"'{name}' is named twice.");

        lines.Add(new ReferenceLine(new VenueId((short)place), delay));
    }
}
