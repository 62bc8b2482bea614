using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>The lots traded in each span of a grid, by who took the other's order.</summary>
sealed class VolumeSpans(TimeGrid grid)
{
    readonly long[] _bought = new long[grid.Count];
    readonly long[] _sold = new long[grid.Count];
    readonly long[] _auctioned = new long[grid.Count];

    public TimeGrid Grid => grid;

    /// <summary>Lots that incoming buy orders traded.</summary>
    public IReadOnlyList<long> Bought => _bought;

    /// <summary>Lots that incoming sell orders traded.</summary>
    public IReadOnlyList<long> Sold => _sold;

    /// <summary>Lots traded in auctions, where nobody takes.</summary>
    public IReadOnlyList<long> Auctioned => _auctioned;

    public void Add(Timestamp at, in MarketEvent trade)
    {
        long[] spans = trade.Liquidity == Liquidity.Auction ? _auctioned : trade.Side == Side.Buy ? _bought : _sold;
        spans[grid.IndexOf(at)] += trade.Quantity.Lots;
    }
}
