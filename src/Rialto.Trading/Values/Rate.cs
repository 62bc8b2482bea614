namespace Rialto.Trading;

/// <summary>How often something happens. Unit: events per second.</summary>
public readonly record struct Rate(double PerSecond)
{
    /// <summary>The mean time between two events; as long as a clock can say if there are none.</summary>
    public Duration MeanInterval => new(PerSecond > 1e-9 ? (long)(1e9 / PerSecond) : long.MaxValue);
}
