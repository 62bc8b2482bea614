using System.IO.Compression;
using System.Text;
using Rialto.Feeds;

namespace Rialto.Tests.Feeds;

public sealed class LeanTradeReaderTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    [Fact]
    public void Trades_are_read_with_or_without_names_of_columns()
    {
        string lines = "34200000,1689500,700,P,2000,0\n34200000,1689501,0,Q,0,0\n34200005,1689600,100,Q,0,1\n";
        LeanTrade[] expected =
        [
            new(new(34_200_000_000_000), new(1_689_500), new(700), false),
            new(new(34_200_005_000_000), new(1_689_600), new(100), true),
        ];

        Assert.Equal(expected, Read("plain.csv", lines));
        Assert.Equal(
            expected, Read("named.csv", "ms_since_midnight,price,size,exchange,condition,suspicious\n" + lines));
        Assert.Empty(Read("empty.csv", ""));
    }

    [Fact]
    public void A_compressed_file_is_read_as_it_is()
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionMode.Compress, leaveOpen: true))
            gzip.Write("1,2,3,P,0,0\n"u8);

        File.WriteAllBytes(Path.Combine(_folder, "ticks.csv.gz"), packed.ToArray());
        Assert.Equal(new LeanTrade(new(1_000_000), new(2), new(3), false), Assert.Single(Read("ticks.csv.gz", null)));
    }

    [Theory]
    [InlineData("1,2,3,P,0\n", "line 1: expected six columns")]
    [InlineData("1,2,3,P,0,0\nx,2,3,P,0,0\n", "line 2, column 1: expected milliseconds of the day")]
    [InlineData("5,2,3,P,0,0\n4,2,3,P,0,0\n", "line 2, column 1: expected milliseconds of the day, not before")]
    [InlineData("1,0,3,P,0,0\n", "line 1, column 2: expected a price above zero")]
    [InlineData("1,2,-3,P,0,0\n", "line 1, column 3: expected a number of shares")]
    [InlineData("1,2,3,P,0,2\n", "line 1, column 6: expected 0 or 1, found '2'")]
    public void A_line_that_is_no_trade_is_named(string lines, string complaint) =>
        Assert.Contains(
            complaint, Assert.Throws<FeedException>(() => Read("bad.csv", lines)).Message, StringComparison.Ordinal);

    [Fact]
    public void What_is_not_compressed_is_named() =>
        Assert.Contains(
            "compressed", Assert.Throws<FeedException>(() => Read("plain.csv.gz", "1,2,3,P,0,0\n")).Message,
            StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    List<LeanTrade> Read(string name, string? lines)
    {
        string path = Path.Combine(_folder, name);
        if (lines is not null)
            File.WriteAllText(path, lines, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

        using LeanTradeReader reader = new(path);
        List<LeanTrade> trades = [];
        while (reader.TryRead(out LeanTrade trade))
            trades.Add(trade);

        return trades;
    }
}
