using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>Questions to a venue.</summary>
public static class Inquiry
{
    extension(IMarketAccess market)
    {
        /// <summary>Waits until a question would have come back.</summary>
        public Wait RoundTrip(Listing listing) => market.Next(Signals.Time, market.Now + (market.OrderLatency * 2));
    }
}
