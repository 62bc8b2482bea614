using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>What the two files of the LEEPS market simulator need to know beside the market itself.</summary>
/// <param name="Grid">One ECU, in ticks.</param>
/// <param name="ReferenceDecay">k of the reference price.</param>
/// <param name="VolumeDecay">k of the signed volume, per second.</param>
/// <param name="IsLegacy">Whether facts are computed as the predecessor did.</param>
/// <param name="Session">The length of the session.</param>
public sealed record LeepsStudy(
    Ticks Grid, double ReferenceDecay, double VolumeDecay, bool IsLegacy, Duration Session);
