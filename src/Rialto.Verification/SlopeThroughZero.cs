namespace Rialto.Verification;

/// <summary>The slope of the straight line through zero that is nearest to many points.</summary>
sealed class SlopeThroughZero
{
    double _products;
    double _squares;

    /// <summary>Σxy / Σx².</summary>
    public double Slope => _products / _squares;

    public void Add(double x, double y)
    {
        _products += x * y;
        _squares += x * x;
    }
}
