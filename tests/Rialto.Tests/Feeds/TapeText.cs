using System.Globalization;
using Rialto.Feeds;
using Rialto.Trading;

namespace Rialto.Tests.Feeds;

/// <summary>What a replay says, one line per event, for comparison with a list of sentences.</summary>
static class TapeText
{
    public static List<string> PlayAll(LobsterReplay replay)
    {
        List<string> lines = [];
        EventBuffer events = new();
        for (int message = 1; replay.Next(events, out _); message++)
        {
            foreach (MarketEvent happened in events.Written)
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"{message} {Describe(happened)}"));
        }

        return lines;
    }

    static string Describe(in MarketEvent happened) => happened.Kind == EventKind.Trade
        ? $"trade {happened.Side} {happened.Quantity}@{happened.Price} {happened.Liquidity} m{happened.Match.Value}"
        : $"level {happened.Side} {happened.Quantity}@{happened.Price} orders {happened.Orders}";
}
