namespace Rialto.Analysis;

/// <summary>How a measure's number is written.</summary>
enum MeasureFormat : byte
{
    /// <summary>A whole number.</summary>
    Count,

    /// <summary>A real number, with as many decimals as leave three or four digits that matter.</summary>
    Real,

    /// <summary>A price in currency, with the instrument's decimals.</summary>
    Price,

    /// <summary>A number of ticks, written in currency as people know prices.</summary>
    Distance,
}
