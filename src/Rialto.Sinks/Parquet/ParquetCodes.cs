namespace Rialto.Sinks;

/// <summary>How the values of a column are stored.</summary>
/// <remarks>Source: Apache Parquet, "parquet.thrift", enum Type.</remarks>
enum ParquetType { Int32 = 1, Int64 = 2, ByteArray = 6 }

/// <summary>How values are turned into bytes.</summary>
/// <remarks>Source: Apache Parquet, "parquet.thrift", enum Encoding.</remarks>
enum ParquetEncoding { Plain = 0, Rle = 3, DeltaBinaryPacked = 5, RleDictionary = 8 }

/// <summary>What a page holds.</summary>
/// <remarks>Source: Apache Parquet, "parquet.thrift", enum PageType.</remarks>
enum PageType { Data = 0, Dictionary = 2 }
