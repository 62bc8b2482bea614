using Rialto.Agents;
using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>How a venue orders requests that reach it in the same nanosecond.</summary>
public enum TieBreak : byte
{
    /// <summary>In the order in which they came about.</summary>
    Arrival,

    /// <summary>
    /// By lot among the requests of all participants: who sends more is the likelier to be first. What one sent stays
    /// in its order.
    /// </summary>
    Random,
}

/// <summary>
/// A venue of a market: its rule of trading for each instrument, how it breaks ties, and what it charges, if anything.
/// </summary>
public sealed record VenueSetup(IReadOnlyList<InstitutionRules> Rules, TieBreak Ties, FeeSchedule? Fees = null)
{
    /// <summary>
    /// Whether its market data tell of each displayed order (<see cref="EventKind.OrderShown"/>,
    /// <see cref="EventKind.OrderReduced"/>) beside the levels, where <see cref="InstitutionRules.ShowsOrders"/>. It
    /// changes nothing else.
    /// </summary>
    public bool ShowsOrders { get; init; }

    /// <summary>
    /// The other venues whose quotes its pegged orders follow, the best of them: none for its own quotes. Its rules
    /// must be those of a listing that is told them: <see cref="InstitutionRules.IsReferred"/>.
    /// </summary>
    public IReadOnlyList<ReferenceLine> Reference { get; init; } = [];
}

/// <summary>A line over which a venue is told the best displayed quotes of another one.</summary>
/// <param name="Venue">The other one.</param>
/// <param name="Delay">How long they are on their way; zero or more.</param>
public readonly record struct ReferenceLine(VenueId Venue, Duration Delay);

/// <summary>An agent's place in a market.</summary>
/// <param name="Agent">Its code.</param>
/// <param name="Participant">Its account.</param>
/// <param name="Home">The listing that it trades unless it says otherwise.</param>
/// <param name="OrderLatency">How long its requests take.</param>
/// <param name="DataLatency">How long everything takes to reach it.</param>
/// <param name="Start">When its code begins.</param>
public sealed record AgentSetup(
    Agent Agent, ParticipantId Participant, Listing Home, Duration OrderLatency, Duration DataLatency, Timestamp Start)
{
    /// <summary>Its line to each venue, in the directory's order, if they differ.</summary>
    public IReadOnlyList<Link>? Links { get; init; }

    /// <summary>What is added to the latency of each request by chance; requests never overtake one another.</summary>
    public Func<RandomStream, Duration>? OrderJitter { get; init; }

    /// <summary>
    /// What is added to the latency of each answer and execution by chance; they never overtake one another.
    /// </summary>
    public Func<RandomStream, Duration>? DataJitter { get; init; }

    /// <summary>
    /// How long it thinks each time it is continued: its requests leave then, and no wait ends before.
    /// </summary>
    public Duration Computation { get; init; }
}

/// <summary>An agent's line to a venue, one way and the other.</summary>
/// <param name="OrderLatency">How long its requests take.</param>
/// <param name="DataLatency">How long everything takes to reach it.</param>
public readonly record struct Link(Duration OrderLatency, Duration DataLatency);

/// <summary>Everything that a market is built from. With the inputs from outside it determines every event.</summary>
public sealed record MarketSetup
{
    /// <summary>The <see cref="CallBudget"/> of a market that says nothing of it.</summary>
    public const int UsualCallBudget = 100_000;

    public required ulong Seed { get; init; }

    public required MarketDirectory Directory { get; init; }

    /// <summary>In the order of the directory's venues.</summary>
    public required IReadOnlyList<VenueSetup> Venues { get; init; }

    public SettlementPolicy Settlement { get; init; } = SettlementPolicy.Unlimited;

    /// <summary>
    /// What each participant may do, in the directory's order; null, or none at the end, for those without limits.
    /// </summary>
    public IReadOnlyList<RiskLimits?> Limits { get; init; } = [];

    /// <summary>Participants without an agent act from outside.</summary>
    public IReadOnlyList<AgentSetup> Agents { get; init; } = [];

    /// <summary>What each instrument is worth, in the directory's order; null where nothing says so.</summary>
    public IReadOnlyList<FundamentalValue?> Values { get; init; } = [];

    /// <summary>
    /// What each instrument pays to those who hold it, in the directory's order; null, or none at the end, for nothing.
    /// </summary>
    public IReadOnlyList<DividendSchedule?> Dividends { get; init; } = [];

    /// <summary>
    /// How many calls of its port an agent may make each time it continues: beyond that it is taken to be looping.
    /// </summary>
    public int CallBudget { get; init; } = UsualCallBudget;

    /// <summary>What is done to the market from outside, and when.</summary>
    public IReadOnlyList<Intervention> Interventions { get; init; } = [];
}
