using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Sinks;

/// <summary><c>executions.csv</c>: what each of the two owners was told about a match, two rows per match.</summary>
/// <remarks>
/// <code>
/// column       meaning
/// sequence     of the step, from 1
/// time         seconds since the run's origin
/// venue        name
/// instrument   symbol
/// match        number of the match
/// participant  owner of the order
/// order        the participant's name of the order (client order id)
/// number       the venue's name of the order
/// side         buy or sell
/// liquidity    added (the order was resting), removed (it was incoming), auction
/// price        currency
/// quantity     lots executed
/// remaining    lots left of the order
/// fee          currency paid for it; negative if received
/// </code>
/// </remarks>
public sealed class ExecutionsCsv(MarketDirectory directory, Stream stream) : ISink
{
    readonly MarketRows _rows = new(
        directory, stream, "sequence", "time", "venue", "instrument", "match", "participant", "order", "number", "side",
        "liquidity", "price", "quantity", "remaining", "fee");

    public void OnStep(in Step step)
    {
        for (int i = 0; i < step.Events.Length; i++)
        {
            ref readonly MarketEvent happened = ref step.Events[i];
            if (happened.Kind != EventKind.Executed)
                continue;

            _rows.Begin(step);
            _rows.AddNumber(happened.Match.Value);
            _rows.Add(happened.Participant);
            _rows.Add(happened.Order.Value);
            _rows.AddNumber(happened.Number.Value);
            _rows.Add(happened.Side);
            _rows.Add(happened.Liquidity);
            _rows.Add(step.Input.Listing.Instrument, happened.Price);
            _rows.Add(happened.Quantity);
            _rows.Add(happened.Remaining);
            _rows.Add(FeeOf(step.Events[(i + 1)..]));
            _rows.EndRow();
        }
    }

    public void Complete() => _rows.Flush();

    public void Dispose() => _rows.Dispose();

    /// <summary>What was charged for an execution stands directly behind it.</summary>
    static Cash FeeOf(ReadOnlySpan<MarketEvent> behind)
    {
        Cash fee = Cash.Zero;
        for (int i = 0; i < behind.Length && behind[i].Kind == EventKind.Charged; i++)
            fee += behind[i].Fee;

        return fee;
    }
}
