using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>How often somebody acts, over the day and when much is traded.</summary>
/// <param name="Interval">The mean time between two actions.</param>
/// <param name="Day">The length of a day; zero if all hours are alike.</param>
/// <param name="UShape">
/// By how much the middle of the day is quieter, from 0 to 1: the rate is 1 + 2 u times the mean at both ends, 1 − u in
/// the middle.
/// </param>
/// <param name="Excitation">
/// Which part of the rate follows the volume traded lately, from 0 to 1: the branching ratio.
/// </param>
/// <param name="Memory">Over which time that volume is averaged.</param>
/// <param name="UsualVolume">Lots traded per second on a usual day.</param>
public sealed record ArrivalPace(
    Duration Interval, Duration Day = default, double UShape = 0, double Excitation = 0, Duration Memory = default,
    double UsualVolume = 0);
