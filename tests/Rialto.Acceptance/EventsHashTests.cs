using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rialto.Journal;
using Rialto.Simulation;
using Rialto.Trading;

namespace Rialto.Acceptance;

/// <summary>The published hash of a run is that of its published events, read by somebody else's program.</summary>
public sealed class EventsHashTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("leeps-two-markets", "duration=10s")]
    [InlineData("leeps-two-markets", "venues.external.institution.batch=700ms")]
    [InlineData("random-traders", "duration=20s")]
    public void The_events_hash_is_the_sha_256_of_the_events_in_the_parquet_file(string scenario, string assignment)
    {
        string path = Repository.Scenario(scenario);
        Command.Rialto("simulate", path, "--seed", "7", "--set", assignment, "--out", _folder.PathOf("run")).Succeed();
        KeptRun run = new(_folder.PathOf("run"));
        MarketDirectory directory = new ScenarioReader(new AgentKinds()).ReadFile(path, [assignment])
            .Build(7).Directory;

        (long events, string hash) = HashOf(ParquetReader.LinesOf(run.PathOf("events.parquet")), directory);

        Assert.Equal(run.Manifest["events"]!.GetValue<long>(), events);
        Assert.Equal(run.EventsHash, hash);
    }

    public void Dispose() => _folder.Dispose();

    static (long Events, string Hash) HashOf(IEnumerable<string> lines, MarketDirectory directory)
    {
        Dictionary<string, int> participants =
            directory.Participants.Select((participant, place) => (participant.Name, place)).ToDictionary(
                pair => pair.Name, pair => pair.place);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> bytes = stackalloc byte[EventHash.CanonicalLength];
        long events = 0;
        foreach (string line in lines)
        {
            Write(bytes, JsonNode.Parse(line)!.AsObject(), directory, participants);
            hash.AppendData(bytes);
            events++;
        }

        return (events, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>The layout that <see cref="EventHash.Write"/> documents; no value is zero.</summary>
    static void Write(Span<byte> bytes, JsonObject row, MarketDirectory directory, Dictionary<string, int> participants)
    {
        EventKind kind = ValueOf<EventKind>(Text(row, "kind")!);
        BinaryPrimitives.WriteInt64LittleEndian(bytes, Number(row, "sequence"));
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], Number(row, "time_ns"));
        BinaryPrimitives.WriteInt16LittleEndian(
            bytes[16..], (short)directory.Venues.ToList().IndexOf(Text(row, "venue")!));
        BinaryPrimitives.WriteInt16LittleEndian(
            bytes[18..], (short)directory.Instruments.ToList().FindIndex(i => i.Symbol == Text(row, "instrument")));
        bytes[20] = (byte)kind;
        bytes[21] = Text(row, "side") is { } side ? (byte)ValueOf<Side>(side) : (byte)0;
        bytes[22] = Text(row, "liquidity") is { } liquidity ? (byte)ValueOf<Liquidity>(liquidity) : (byte)0;
        bytes[23] = Text(row, "reason") switch
        {
            null => 0,
            { } reason when kind == EventKind.Rejected => (byte)ValueOf<RejectReason>(reason),
            { } state when kind == EventKind.StateChanged => (byte)ValueOf<TradingState>(state),
            { } reason => (byte)ValueOf<CancelReason>(reason),
        };
        BinaryPrimitives.WriteInt32LittleEndian(
            bytes[24..], Text(row, "participant") is { } name ? participants[name] : 0);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[28..], Number(row, "order_number"));
        BinaryPrimitives.WriteInt64LittleEndian(bytes[36..], Number(row, "client_order_id"));
        BinaryPrimitives.WriteInt64LittleEndian(bytes[44..], Number(row, "price_ticks"));
        BinaryPrimitives.WriteInt64LittleEndian(bytes[52..], Number(row, "quantity"));
        BinaryPrimitives.WriteInt64LittleEndian(bytes[60..], Number(row, "remaining"));
        BinaryPrimitives.WriteInt64LittleEndian(
            bytes[68..],
            Number(row, "match") + Number(row, "replaces") + Number(row, "orders") + Number(row, "imbalance")
                + Number(row, "fee"));
    }

    static string? Text(JsonObject row, string column) => row[column]?.GetValue<string>();

    static long Number(JsonObject row, string column) =>
        row[column] is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value.GetValue<long>() : 0;

    /// <summary><c>level-changed</c> is <c>LevelChanged</c>.</summary>
    static T ValueOf<T>(string word)
        where T : struct, Enum
    {
        StringBuilder name = new();
        foreach (string part in word.Split('-'))
            name.Append(char.ToUpperInvariant(part[0])).Append(part[1..]);

        return Enum.Parse<T>(name.ToString());
    }
}
