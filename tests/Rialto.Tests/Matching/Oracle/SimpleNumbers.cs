using Rialto.Trading;

namespace Rialto.Tests.Matching.Oracle;

/// <summary>Numbers orders and matches from 1.</summary>
sealed class SimpleNumbers
{
    long _orders;
    long _matches;

    public OrderNumber NextOrder() => new(++_orders);

    public MatchNumber NextMatch() => new(++_matches);
}
