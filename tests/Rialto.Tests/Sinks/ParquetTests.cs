using System.Text.Json.Nodes;
using Rialto.Sinks;
using Rialto.Trading;

namespace Rialto.Tests.Sinks;

public sealed class ParquetTests : IDisposable
{
    static readonly long[] Extremes =
        [long.MinValue, long.MaxValue, 0, -1, 1, int.MinValue, int.MaxValue, long.MaxValue];

    readonly ParquetFile _file = new();

    public void Dispose() => _file.Dispose();

    /// <summary>
    /// Every value that was written is read back by another reader, over several groups of rows.
    /// Method: columns of every type, of random values that stay, run, jump to the extremes or are missing.
    /// </summary>
    [Theory]
    [InlineData(1, 100)]
    [InlineData(129, 128)]
    [InlineData(257, 256)]
    [InlineData(10_007, 1_000)]
    [InlineData(3, 1)]
    public void Another_reader_reads_what_was_written(int rows, int rowsPerGroup)
    {
        RandomStream random = new(2026, $"parquet/{rows}");
        List<JsonObject> written = [];
        TextColumn text = new("text", ["", "known", "ünïcode \"q\", and\nmore"]);
        TextColumn optionalText = new("optional_text", [], isOptional: true);
        TextColumn constant = new("constant", ["always"]);
        TextColumn never = new("never", ["never"], isOptional: true);
        IntegerColumn ascending = IntegerColumn.OfInt64("ascending");
        IntegerColumn wild = IntegerColumn.OfInt64("wild");
        IntegerColumn optional = IntegerColumn.OfInt64("optional", isOptional: true);
        IntegerColumn narrow = IntegerColumn.OfInt32("narrow", isOptional: true);
        IntegerColumn missing = IntegerColumn.OfInt64("missing", isOptional: true);

        using (ParquetWriter writer = new(
            _file.Create(), [text, optionalText, constant, never, ascending, wild, optional, narrow, missing], [],
            rowsPerGroup))
        {
            for (int row = 0; row < rows; row++)
            {
                JsonObject values = RandomRow(random, row);
                written.Add(values);
                text.Add(text.CodeOf((string)values["text"]!));
                optionalText.Add(values["optional_text"] is { } word ? optionalText.CodeOf((string)word!) : null);
                constant.Add(0);
                never.Add(null);
                ascending.Add((long)values["ascending"]!);
                wild.Add((long)values["wild"]!);
                optional.Add((long?)values["optional"]);
                narrow.Add((long?)values["narrow"]);
                missing.Add(null);
                writer.EndRow();
            }

            writer.Complete();
        }

        IReadOnlyList<JsonObject> read = _file.Rows();
        Assert.Equal(written.Select(row => row.ToJsonString()), read.Select(row =>
            JsonNode.Parse(row.ToJsonString())!.ToJsonString()));
    }

    [Fact]
    public void A_file_names_its_maker_its_groups_and_the_extremes_of_each_group()
    {
        IntegerColumn number = IntegerColumn.OfInt64("number", isOptional: true);
        TextColumn word = new("word", ["b", "a"], isOptional: true);
        using (ParquetWriter writer = new(_file.Create(), [number, word], [new("key", "välue")], rowsPerGroup: 2))
        {
            foreach (long? value in (long?[])[3, -7, null, null, 9])
            {
                number.Add(value);
                word.Add(value > 0 ? 1 : null);
                writer.EndRow();
            }

            writer.Complete();
        }

        Assert.Equal(
            """
            {"createdBy":"rialto","rows":5,"groups":[2,2,1],"columns":["number INT64 OPTIONAL","word BYTE_ARRAY OPTIONAL"],"metadata":{"key":"välue"},"extremes":[{"number":[-7,3,0],"word":[null,null,1]},{"number":[null,null,2],"word":[null,null,2]},{"number":[9,9,0],"word":[null,null,0]}]}
            """,
            _file.About().ToJsonString(
                new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public void A_file_without_rows_can_be_read()
    {
        using (ParquetWriter writer = new(_file.Create(), [IntegerColumn.OfInt64("number")], []))
            writer.Complete();

        Assert.Empty(_file.Rows());
    }

    [Fact]
    public void A_row_without_a_value_for_each_column_is_a_contradiction()
    {
        IntegerColumn one = IntegerColumn.OfInt64("one");
        IntegerColumn other = IntegerColumn.OfInt64("other");
        using ParquetWriter writer = new(new MemoryStream(), [one, other], []);
        one.Add(1);
        writer.EndRow();

        Assert.Throws<InvariantException>(writer.Complete);
        Assert.Throws<InvariantException>(() => other.Add(null));
    }

    /// <summary>Keys in the order of the columns, so that whole rows can be compared as text.</summary>
    static JsonObject RandomRow(RandomStream random, int row)
    {
        int mood = row / 300 % 3;
        return new JsonObject
        {
            ["text"] = mood == 0 ? "known" : $"word {random.NextBetween(0, mood == 1 ? 3 : 500)}",
            ["optional_text"] =
                random.NextBetween(0, 2) == 0 ? null : (row / 40 % 2 == 0 ? "" : "ünïcode \"q\", and\nmore"),
            ["constant"] = "always",
            ["never"] = null,
            ["ascending"] = row * 1_000_003L,
            ["wild"] = mood == 0 ? Extremes[row % Extremes.Length] : random.NextBetween(-5, 5),
            ["optional"] =
                random.NextBetween(0, mood) == 0 ? random.NextBetween(long.MinValue / 2, long.MaxValue / 2) : null,
            ["narrow"] = mood == 2
                ? null
                : row % 7 == 0
                ? (long)int.MinValue
                : row % 11 == 0
                ? int.MaxValue
                : random.NextBetween(-9, 9),
            ["missing"] = null,
        };
    }
}
