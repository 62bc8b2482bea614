using System.Runtime.CompilerServices;
using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>Fetches into the cache what requests will need that come soon. It changes nothing.</summary>
/// <remarks>
/// In three steps, some requests apart, for each tells where the next begins: the place of an order's name and the
/// listing; then the order, and the level where it will rest; then the order's level and neighbours, and the end of the
/// other queue. Nothing is asked on the way, and a wrong guess fetches in vain: a branch that is guessed wrong costs
/// more.
/// </remarks>
sealed class LookAhead(OrderPool pool, TradingPost[] posts)
{
    /// <summary>So many requests are between two steps.</summary>
    const int Step = 6;

    /// <summary>So many requests are remembered: more than two steps, and a power of two.</summary>
    const int Places = 16;

    readonly Upcoming[] _upcoming = new Upcoming[Places];
    int _count;

    /// <param name="request">Which comes soon; its participant and its listing are known.</param>
    public void Prefetch(in Request request)
    {
        int now = _count;
        _count = unchecked(now + 1);
        ref Upcoming latest = ref At(now);
        ref Upcoming earlier = ref At(unchecked(now - Step));
        ref Upcoming earliest = ref At(unchecked(now - (2 * Step)));
        ClientOrderId name = request.Kind == RequestKind.Replace ? request.Replaces : request.Order;
        latest.Name = pool.PrefetchName(request.Participant, name);
        earlier.Order = pool.PrefetchOrder(earlier.Name);
        pool.PrefetchNeighbours(earliest.Order);

        // A single book stands in the cache, but for its orders.
        if (posts.Length > 1)
            PrefetchBooks(request, ref latest, earlier, earliest);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void PrefetchBooks(in Request request, ref Upcoming latest, in Upcoming earlier, in Upcoming earliest)
    {
        int instrument = request.Listing.Instrument.Value;
        (latest.Instrument, latest.Side, latest.Limit) = (instrument, request.Side, request.Limit);
        posts[instrument].Book.Prefetch();
        posts[earlier.Instrument].Book.PrefetchLevel(earlier.Side, earlier.Limit);
        posts[earliest.Instrument].Book.PrefetchAround(earliest.Order, earliest.Side, earliest.Limit);
    }

    ref Upcoming At(int count) => ref Hardware.At(_upcoming, count & (Places - 1));

    /// <summary>What is known of a request that comes soon.</summary>
    struct Upcoming
    {
        public uint Name;
        public int Order;
        public int Instrument;
        public Side Side;
        public Price Limit;
    }
}
