using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>The two connections that LEEPS subjects and their robots choose between.</summary>
public enum ConnectionSpeed : byte { Slow, Fast }

/// <summary>What an ELO agent is set to from some time on.</summary>
/// <param name="At">Since the start of the session.</param>
/// <param name="Agent">Whose state it is: its number in the group, from 1.</param>
/// <param name="Speed">Its connection.</param>
/// <param name="SignedVolume">Its sensitivity to signed volume (a_x), 0 to 1.</param>
/// <param name="Inventory">Its sensitivity to its inventory (a_y), 0 to 1.</param>
/// <param name="External">The weight of the external market in its quotes (w), 0 to 1.</param>
public sealed record EloState(
    Duration At, int Agent, ConnectionSpeed Speed, double SignedVolume, double Inventory, double External);

/// <summary>What all ELO agents of a group have in common.</summary>
public sealed record EloSettings
{
    /// <summary>The venue whose quotes and signed volume it also looks at.</summary>
    public required VenueName Watch { get; init; }

    /// <summary>The price grid; half of it is the unit in which signed volume and inventory move a quote.</summary>
    public required Ticks Grid
    {
        get;
        init => field = value.Count > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Grid), "A price grid is above zero.");
    }

    /// <summary>What the agents are set to, and when.</summary>
    public required IReadOnlyList<EloState> Schedule { get; init; }

    /// <summary>Order latency of the slow connection.</summary>
    public Duration SlowLatency { get; init; } = Duration.FromMilliseconds(500);

    /// <summary>Order latency of the fast connection.</summary>
    public Duration FastLatency { get; init; } = Duration.FromMilliseconds(100);

    /// <summary>What the sensitivities to signed volume of the schedule are multiplied with.</summary>
    public double SignedVolumeMultiplier { get; init; } = 1;

    /// <summary>What the sensitivities to inventory of the schedule are multiplied with.</summary>
    public double InventoryMultiplier { get; init; } = 1;

    /// <summary>Decay of the reference price, per second.</summary>
    public double ReferenceDecay { get; init; } = 0.2;

    /// <summary>Decay of the signed volume, per second.</summary>
    public double VolumeDecay { get; init; } = 0.5;

    /// <summary>What a second of the fast connection costs, as a distance of prices times one lot.</summary>
    public Ticks SpeedCost { get; init; }

    /// <summary>The part of the value of the final inventory that is deducted.</summary>
    public double TaxRate { get; init; }

    /// <summary>If given, facts are computed as the predecessor did, for a session of this length.</summary>
    public Duration? LegacySession { get; init; }

    /// <summary>Fresh facts about one market.</summary>
    public MarketFacts NewFacts() => LegacySession is { } session
        ? new LegacyFacts(ReferenceDecay, VolumeDecay, session, Grid)
        : new ExponentialFacts(ReferenceDecay, VolumeDecay);
}
