namespace Rialto.Analysis;

/// <summary>Maps values onto pixels: <c>Low</c> onto <c>Start</c>, <c>High</c> onto <c>End</c>.</summary>
readonly record struct LinearScale(double Low, double High, double Start, double End)
{
    public double At(double value) => Start + ((value - Low) / (High - Low) * (End - Start));
}
