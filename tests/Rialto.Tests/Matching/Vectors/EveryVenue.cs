using Rialto.Matching;

namespace Rialto.Tests.Matching.Vectors;

/// <summary>
/// Plays a script at the simple venue, and at the real one once it knows every order; both must say what was computed
/// by hand.
/// </summary>
static class EveryVenue
{
    static readonly TestedVenue[] Venues =
        RealVenue.KnowsEveryOrder ? [TestedVenue.Simple, TestedVenue.Real] : [TestedVenue.Simple];

    /// <summary>
    /// What everybody was told since the script last forgot it; what single orders show is told apart.
    /// </summary>
    public static void Says(Func<MarketTape, MarketTape> script, params string[] expected) =>
        Says(new ContinuousRules(), script, expected);

    public static void Says(InstitutionRules rules, Func<MarketTape, MarketTape> script, params string[] expected)
    {
        foreach (TestedVenue venue in Venues)
            Assert.Equal(expected, script(new MarketTape([rules], venue: venue)).Events);
    }

    /// <summary>The same without the levels.</summary>
    public static void Tells(Func<MarketTape, MarketTape> script, params string[] expected) =>
        Tells(new Accounts(), script, expected);

    public static void Tells(Accounts accounts, Func<MarketTape, MarketTape> script, params string[] expected)
    {
        foreach (TestedVenue venue in Venues)
            Assert.Equal(expected, script(accounts.Open(venue)).WithoutLevels);
    }

    /// <summary>What the public was told of single orders.</summary>
    public static void Shows(Func<MarketTape, MarketTape> script, params string[] expected)
    {
        foreach (TestedVenue venue in Venues)
            Assert.Equal(expected, script(new MarketTape(venue: venue)).OrderEvents);
    }

    /// <summary>Who met whom, resting order first, and which book was left.</summary>
    public static void Matches(Func<MarketTape, MarketTape> script, string matches, string? book = null) =>
        Matches(new ContinuousRules(), script, matches, book);

    public static void Matches(
        InstitutionRules rules, Func<MarketTape, MarketTape> script, string matches, string? book = null)
    {
        foreach (TestedVenue venue in Venues)
        {
            MarketTape market = script(new MarketTape([rules], venue: venue));
            Assert.Equal(matches, market.Matches);
            Assert.Equal(book ?? market.Book(), market.Book());
        }
    }

    public static void Refuses(Func<MarketTape, MarketTape> script, string reason) =>
        Refuses(new Accounts(), script, reason);

    public static void Refuses(Accounts accounts, Func<MarketTape, MarketTape> script, string reason)
    {
        foreach (TestedVenue venue in Venues)
            Assert.EndsWith(" " + reason, Assert.Single(script(accounts.Open(venue)).Events), StringComparison.Ordinal);
    }

    /// <summary>What the four accounts must hold, and what they begin with.</summary>
    public sealed record Accounts(
        SettlementPolicy Policy = SettlementPolicy.Unlimited, long[]? Cash = null, long[]? Lots = null)
    {
        public MarketTape Open(TestedVenue venue) => new(settlement: Policy, cash: Cash, lots: Lots, venue: venue);
    }
}
