namespace Rialto.Analysis;

/// <summary>How a quantity was spread over the participants at one instant: seven of its quantiles.</summary>
/// <param name="Lowest">The least value of any participant.</param>
/// <param name="Low">5 % of the participants had less.</param>
/// <param name="LowerQuartile">25 % had less.</param>
/// <param name="Median">Half had less.</param>
/// <param name="UpperQuartile">75 % had less.</param>
/// <param name="High">95 % had less.</param>
/// <param name="Highest">The greatest value of any participant.</param>
readonly record struct CrossSection(
    double Lowest, double Low, double LowerQuartile, double Median, double UpperQuartile, double High, double Highest)
{
    /// <param name="values">One per participant, not empty; sorted in place.</param>
    public static CrossSection Of(Span<double> values)
    {
        values.Sort();
        return new(
            values[0], Quantile.Of(values, 0.05), Quantile.Of(values, 0.25), Quantile.Of(values, 0.5),
            Quantile.Of(values, 0.75), Quantile.Of(values, 0.95), values[^1]);
    }
}
