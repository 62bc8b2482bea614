using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Sinks;

/// <summary><c>trades.csv</c>: one row per match, with who met whom.</summary>
/// <remarks>
/// <code>
/// column        meaning
/// sequence      of the step, from 1
/// time          seconds since the run's origin
/// venue         name
/// instrument    symbol
/// match         number of the match
/// price         currency
/// quantity      lots
/// side          of the incoming order: buy or sell; auction if both met there
/// buyer         participant; blank on a tape, which does not tell
/// seller        as the buyer
/// buyer_order   the buyer's name of the order (client order id)
/// seller_order  the seller's name of the order
/// </code>
/// </remarks>
public sealed class TradesCsv(MarketDirectory directory, Stream stream) : ISink
{
    readonly MatchParties _parties = new();
    readonly MarketRows _rows = new(
        directory, stream, "sequence", "time", "venue", "instrument", "match", "price", "quantity", "side", "buyer",
        "seller", "buyer_order", "seller_order");

    public void OnStep(in Step step)
    {
        bool isFolded = false;
        foreach (ref readonly MarketEvent happened in step.Events)
        {
            if (happened.Kind != EventKind.Trade)
                continue;

            if (!isFolded)
                _parties.Fold(step);

            isFolded = true;
            Write(step, happened);
        }
    }

    public void Complete() => _rows.Flush();

    public void Dispose() => _rows.Dispose();

    void Write(in Step step, in MarketEvent trade)
    {
        _rows.Begin(step);
        _rows.AddNumber(trade.Match.Value);
        _rows.Add(step.Input.Listing.Instrument, trade.Price);
        _rows.Add(trade.Quantity);
        if (trade.Liquidity == Liquidity.Auction)
            _rows.Add(trade.Liquidity);
        else
            _rows.Add(trade.Side);

        (int buyer, int seller) = _parties.Of(trade.Match);
        AddParticipant(step, buyer);
        AddParticipant(step, seller);
        AddOrder(step, buyer);
        AddOrder(step, seller);
        _rows.EndRow();
    }

    void AddParticipant(in Step step, int place)
    {
        if (place < 0)
            _rows.AddBlank();
        else
            _rows.Add(step.Events[place].Participant);
    }

    void AddOrder(in Step step, int place)
    {
        if (place < 0)
            _rows.AddBlank();
        else
            _rows.Add(step.Events[place].Order.Value);
    }
}
