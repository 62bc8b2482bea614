using Rialto.Feeds;

namespace Rialto.Tests.Feeds;

public sealed class FlowFileTests : IDisposable
{
    static readonly FlowRecord[] Records =
    [
        new(FlowKind.Add, 0, 0, 5, 1, 100),
        new(FlowKind.Add, 1, 1, 7, 2, -3),
        new(FlowKind.Cancel, 0, 0, 0, 1, 0),
    ];

    readonly string _path = Path.Combine(Path.GetTempPath(), $"rialto-flow-{Guid.NewGuid():N}.bin");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_flow_is_read_as_it_was_written()
    {
        new FlowFile(2, 1, Records) { ExpectedTrades = 9, ExpectedHash = 0xABCD }.Write(_path);

        FlowFile flow = FlowFile.Read(_path);

        Assert.Equal((2, 1, 9L, 0xABCDUL), (flow.Symbols, flow.Prefill, flow.ExpectedTrades, flow.ExpectedHash));
        Assert.Equal(Records, flow.Records);
    }

    [Fact]
    public void Each_record_has_the_bytes_of_the_table()
    {
        new FlowFile(2, 0, Records).Write(_path);

        byte[] bytes = File.ReadAllBytes(_path);

        Assert.Equal(64 + (3 * 16), bytes.Length);
        Assert.Equal("00-01-01-00-07-00-00-00-02-00-00-00-FD-FF-FF-FF", BitConverter.ToString(bytes, 64 + 16, 16));
    }

    [Theory]
    [InlineData(12, 0, "header: expected 1 to 32767 symbols, found 0")]
    [InlineData(24, 4, "header: expected 4 records of 16 bytes, as the header says, found 48 bytes behind the header")]
    [InlineData(16, 9, "header: expected a prefill of at most 3 records, found 9")]
    [InlineData(64, 4, "record 1: expected a kind from 0 to 3, found 4")]
    [InlineData(65, 2, "record 1: expected a side of 0 or 1, found 2")]
    [InlineData(82, 2, "record 2: expected a symbol below 2, found 2")]
    public void What_is_wrong_is_named(int offset, byte value, string message)
    {
        new FlowFile(2, 0, Records).Write(_path);
        byte[] bytes = File.ReadAllBytes(_path);
        bytes[offset] = value;
        File.WriteAllBytes(_path, bytes);

        FeedException wrong = Assert.Throws<FeedException>(() => FlowFile.Read(_path));

        Assert.Equal($"{_path}, {message}", wrong.Message);
    }

    [Fact]
    public void A_file_without_a_header_is_refused()
    {
        File.WriteAllBytes(_path, new byte[63]);

        Assert.Contains(
            "expected a header of 64 bytes, found 63 bytes",
            Assert.Throws<FeedException>(() => FlowFile.Read(_path)).Message, StringComparison.Ordinal);
    }
}
