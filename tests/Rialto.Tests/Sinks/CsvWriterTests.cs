using System.Text;
using Rialto.Sinks;
using Rialto.Trading;

namespace Rialto.Tests.Sinks;

public sealed class CsvWriterTests
{
    readonly MemoryStream _stream = new();

    [Fact]
    public void Fields_are_quoted_only_where_a_reader_needs_it()
    {
        using (CsvWriter csv = new(_stream, "plain", "with, comma"))
        {
            csv.Add("a \"word\"");
            csv.Add("two\nlines");
            csv.EndRow();
            csv.AddBlank();
            csv.Add("ünïcode; ' space");
            csv.EndRow();
        }

        Assert.Equal("plain,\"with, comma\"\n\"a \"\"word\"\"\",\"two\nlines\"\n,ünïcode; ' space\n", Written());
    }

    [Fact]
    public void Numbers_are_written_exactly_and_the_same_under_every_culture()
    {
        using (CsvWriter csv = new(_stream, "n"))
        {
            csv.Add(long.MinValue);
            csv.Add(long.MaxValue);
            csv.Add(0);
            csv.Add(0.1 + 0.2);
            csv.Add(-1e300);
            csv.Add(double.NaN);
            csv.Add(2.5m, 0);
            csv.Add(-1.005m, 2);
            csv.EndRow();
        }

        Assert.Equal("n\n-9223372036854775808,9223372036854775807,0,0.30000000000000004,-1E+300,,2,-1.00\n", Written());
    }

    [Fact]
    public void Times_are_seconds_with_nine_decimals()
    {
        using (CsvWriter csv = new(_stream, "t"))
        {
            foreach (long nanoseconds in (long[])[
                0, 1, -1, 999_999_999, 1_000_000_000, -1_500_000_000, long.MaxValue, long.MinValue])
                csv.Add(new Timestamp(nanoseconds));

            csv.EndRow();
        }

        Assert.Equal(
            "t\n0.000000000,0.000000001,-0.000000001,0.999999999,1.000000000,-1.500000000,9223372036.854775807,"
            + "-9223372036.854775808\n",
            Written());
    }

    [Fact]
    public void Long_fields_and_many_rows_outgrow_the_buffer()
    {
        string field = new('x', 200_000);
        using (CsvWriter csv = new(_stream, "field", "number"))
        {
            for (int row = 0; row < 10_000; row++)
            {
                csv.Add(row == 5_000 ? field : "short");
                csv.Add(row);
                csv.EndRow();
            }
        }

        string[] lines = Written().Split('\n');
        Assert.Equal(10_002, lines.Length);
        Assert.Equal($"{field},5000", lines[5_001]);
        Assert.Equal("short,9999", lines[10_000]);
    }

    [Fact]
    public void Rows_allocate_nothing()
    {
        using CsvWriter csv = new(Stream.Null, "a", "b", "c", "d");
        byte[] name = CsvWriter.Encode("name");
        WriteRows();

        long before = GC.GetAllocatedBytesForCurrentThread();
        WriteRows();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void WriteRows()
        {
            for (int row = 0; row < 10_000; row++)
            {
                csv.Add(row);
                csv.AddEncoded(name);
                csv.Add(new Timestamp(row));
                csv.Add(row / 8.0);
                csv.EndRow();
            }
        }
    }

    string Written() => Encoding.UTF8.GetString(_stream.ToArray());
}
