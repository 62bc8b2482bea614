namespace Rialto.Analysis;

/// <summary>The least and the greatest of some values.</summary>
readonly record struct Extent(double Low, double High)
{
    /// <summary>Null if there are no values.</summary>
    public static Extent? Of(IEnumerable<double> values)
    {
        Extent? extent = null;
        foreach (double value in values)
        {
            extent =
                extent is { } sofar ? new(Math.Min(sofar.Low, value), Math.Max(sofar.High, value)) : new(value, value);
        }

        return extent;
    }

    /// <summary>Leaves room at both ends: a share of the range, but at least so much.</summary>
    public Extent WidenedBy(double share, double least)
    {
        double room = Math.Max(least, (High - Low) * share);
        return new(Low - room, High + room);
    }
}
