using Rialto.Feeds;

namespace Rialto.Benchmarks;

/// <summary>
/// Something that takes an order flow. Three: the product's venue, the tests' simple one, and the book of a textbook.
/// </summary>
interface IFlowEngine
{
    /// <summary>The trades made so far.</summary>
    TradeHash Hash { get; }

    /// <summary>Takes the messages from one place up to another.</summary>
    void Run(int from, int to);
}
