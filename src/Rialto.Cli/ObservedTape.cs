using Rialto.Analysis;
using Rialto.Feeds;
using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Cli;

/// <summary>Plays a tape to what facts are read from.</summary>
static class ObservedTape
{
    static readonly Timestamp Open = Timestamp.Zero + Duration.FromSeconds(9.5 * 3_600);
    static readonly Timestamp Close = Timestamp.Zero + Duration.FromSeconds(16 * 3_600);

    /// <param name="path">Told apart by its name: that of a LOBSTER message file, or any other for trade ticks.</param>
    public static ObservedMarket Of(string path)
    {
        if (!File.Exists(path))
            throw new UnreadableFileException($"{path}: there is no such file.");

        try
        {
            return LobsterFileName.TryParse(path, out LobsterFileName? name) ? OfLobster(path, name) : OfTicks(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableFileException(unreadable.Message);
        }
    }

    /// <summary>The order-book file of the pair is taken if it lies beside the message file.</summary>
    static ObservedMarket OfLobster(string path, LobsterFileName name)
    {
        string book = Path.Combine(
            Path.GetDirectoryName(path) ?? "",
            Path.GetFileName(path).Replace("_message_", "_orderbook_", StringComparison.Ordinal));
        using LobsterReplay tape = new(path, book != path && File.Exists(book) ? book : null);
        FactsRecord record = new(
            TapeMarket.DirectoryOf(name.Symbol), new Horizon(tape.Extent.First, tape.Extent.Last + new Duration(1)));
        EventBuffer events = new();
        long steps = 0;
        while (tape.Next(events, out Timestamp at))
        {
            LobsterMessage message = tape.Last;
            if (message.Kind == LobsterMessageKind.NewOrder)
            {
                record.OnTapeOrder(
                    at, TapeMarket.Only, message.Reference, message.Side, message.Price, message.Quantity);
            }
            else if (message.Kind == LobsterMessageKind.Delete)
                record.OnTapeCancel(at, TapeMarket.Only, message.Reference);

            record.OnStep(new Step(++steps, TapeMarket.InputAt(at), events.Written));
        }

        string origin = FormattableString.Invariant(
            $"LOBSTER, {name.Day:yyyy-MM-dd}{(tape.QuotesArePartial ? ", quotes are partial" : "")}");
        return new(name.Symbol, origin, IsTape: true, HasSides: true, record);
    }

    /// <summary>
    /// Trades of the regular session of an American stock exchange, without those that the file calls suspicious.
    /// </summary>
    static ObservedMarket OfTicks(string path)
    {
        List<LeanTrade> trades = [];
        using (LeanTradeReader reader = new(path))
        {
            while (reader.TryRead(out LeanTrade trade))
            {
                if (!trade.IsSuspicious && trade.At >= Open && trade.At < Close)
                    trades.Add(trade);
            }

            if (trades.Count < 2)
                throw new FeedException(path, reader.Line, null, "trades between 9:30 and 16:00", $"{trades.Count}");
        }

        string name = Path.GetFileName(path).Split('_', '.')[0];
        FactsRecord record = new(TapeMarket.DirectoryOf(name), new Horizon(Open, trades[^1].At + new Duration(1)));
        EventBuffer events = new();
        for (int i = 0; i < trades.Count; i++)
        {
            events.Clear();
            events.Trade(Side.Buy, Liquidity.Removed, trades[i].Price, trades[i].Quantity, new(i + 1));
            record.OnStep(new Step(i + 1, TapeMarket.InputAt(trades[i].At), events.Written));
        }

        return new(name, "trade ticks, " + Path.GetFileName(path), IsTape: true, HasSides: false, record);
    }
}
