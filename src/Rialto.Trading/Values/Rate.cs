namespace Rialto.Trading;

/// <summary>How often something happens. Unit: events per second.</summary>
public readonly record struct Rate(double PerSecond)
{
    /// <summary>The mean time between two events.</summary>
    public Duration MeanInterval => new((long)(1e9 / PerSecond));
}
