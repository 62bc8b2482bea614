using System.Runtime.CompilerServices;
using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>Numbers a venue's orders and matches, each from 1.</summary>
sealed class VenueNumbers
{
    long _orders;
    long _matches;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public OrderNumber NextOrder() => new(++_orders);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public MatchNumber NextMatch() => new(++_matches);
}
