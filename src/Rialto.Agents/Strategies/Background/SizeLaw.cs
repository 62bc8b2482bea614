namespace Rialto.Agents;

/// <summary>One part of a mixture of order sizes, in lots.</summary>
/// <param name="Weight">How often it is drawn, relative to the others.</param>
/// <param name="Shape">Which law.</param>
/// <param name="First">
/// Uniform: the smallest size; normal: the mean; lognormal: the mean of the logarithm; Pareto: the smallest size.
/// </param>
/// <param name="Second">
/// Uniform: the largest size; normal and lognormal: the deviation, of the logarithm for the latter; Pareto: the tail
/// exponent.
/// </param>
public sealed record SizeLaw(double Weight, SizeShape Shape, double First, double Second);

/// <summary>Which law a size follows.</summary>
public enum SizeShape
{
    /// <summary>Whole numbers, both ends included.</summary>
    Uniform,

    Normal,

    Lognormal,

    /// <summary>P(size &gt; x) = (smallest ÷ x)^exponent.</summary>
    Pareto,
}
