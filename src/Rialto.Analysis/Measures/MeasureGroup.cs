namespace Rialto.Analysis;

/// <summary>What a measure is about, and with which others it stands in a table.</summary>
enum MeasureGroup : byte { Liquidity, Trading, Price }
