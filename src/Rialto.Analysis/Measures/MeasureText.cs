using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>A measure's number as text.</summary>
static class MeasureText
{
    public const string Absent = "–";

    public static string Of(Measure measure, Instrument instrument) => measure.Value is not { } value ? Absent
        : measure.Format switch
        {
            MeasureFormat.Count => NumberText.Of(value, 0),
            MeasureFormat.Price => NumberText.Of(value, instrument.Decimals),
            MeasureFormat.Distance => NumberText.Significant(value * (double)instrument.TickSize),
            _ => NumberText.Significant(value),
        };
}
