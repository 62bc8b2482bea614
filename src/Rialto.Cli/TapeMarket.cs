using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Cli;

/// <summary>A tape as a market with one listing.</summary>
static class TapeMarket
{
    public static Listing Only => default;

    /// <summary>Prices on tapes are multiples of a hundredth of a cent.</summary>
    public static MarketDirectory DirectoryOf(string symbol) =>
        new(["tape"], [new Instrument { Symbol = symbol, TickSize = 0.0001m }], []);

    /// <summary>What a step of it applied.</summary>
    public static Input InputAt(Timestamp at) =>
        new(at, InputKind.Record, Origin.External, Control.None, default, default);
}
