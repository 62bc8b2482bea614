namespace Rialto.Analysis;

/// <summary>A point of a curve, in the units of its panel.</summary>
readonly record struct CurvePoint(double X, double Y);
