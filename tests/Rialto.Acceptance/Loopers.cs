using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Acceptance;

/// <summary>
/// Waits for a second, and then for nothing: its code never yields again, and asks the market nothing.
/// </summary>
/// <param name="yields">Whether it throws instead.</param>
/// <param name="number">There can be one of them only.</param>
[Population("loopers")]
public sealed class Loopers(bool yields, AgentNumber number) : Agent
{
    readonly bool _yields =
        number.Value == 1 ? yields : throw new ArgumentException("One that loops is enough.", nameof(number));

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        await market.Sleep(Duration.FromSeconds(1));
        for (ulong i = 0; !_yields; i++)
        {
            if (i == ulong.MaxValue)
                break;
        }

        throw new InvalidOperationException("no idea");
    }
}
