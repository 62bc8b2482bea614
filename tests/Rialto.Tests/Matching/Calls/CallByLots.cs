using Rialto.Matching;

namespace Rialto.Tests.Matching;

/// <summary>An order of a call, without a price if it is a market order.</summary>
sealed record CallOrder(bool Buys, long? Price, long Lots)
{
    public bool Accepts(long price) => Price is not { } limit || (Buys ? limit >= price : limit <= price);
}

/// <summary>
/// A call auction that anyone can check: it tries every price, and takes every order apart into lots.
/// </summary>
/// <param name="orders">The oldest first.</param>
/// <param name="reference">The last price traded.</param>
sealed class CallByLots(IReadOnlyList<CallOrder> orders, long? reference = null)
{
    public long VolumeAt(long price) => Math.Min(Willing(true, price), Willing(false, price));

    public long ImbalanceAt(long price) => Willing(true, price) - Willing(false, price);

    /// <summary>Null if nothing would trade.</summary>
    public long? Price
    {
        get
        {
            long[] named = [.. orders.Where(order => order.Price is not null).Select(order => order.Price!.Value)];
            if (named.Length == 0)
                return reference is { } last && VolumeAt(last) > 0 ? last : null;

            long[] all =
                [.. Enumerable.Range(0, (int)(named.Max() - named.Min()) + 1).Select(step => named.Min() + step)];
            long most = all.Max(VolumeAt);
            long[] best = [.. all.Where(price => VolumeAt(price) == most)];
            long least = best.Min(price => Math.Abs(ImbalanceAt(price)));
            best = [.. best.Where(price => Math.Abs(ImbalanceAt(price)) == least)];
            if (most == 0)
                return null;
            if (best.All(price => ImbalanceAt(price) > 0))
                return best.Max();
            if (best.All(price => ImbalanceAt(price) < 0))
                return best.Min();

            return reference is { } near
                ? best.MinBy(price => Math.Abs(price - near))
                : (long)Math.Ceiling((best.Min() + best.Max()) / 2m);
        }
    }

    /// <summary>How many lots each order trades.</summary>
    public long[] Executed(Rationing rationing)
    {
        long[] executed = new long[orders.Count];
        if (Price is not { } price)
            return executed;

        foreach (bool buys in (bool[])[true, false])
        {
            long left = VolumeAt(price);
            var levels = Enumerable.Range(0, orders.Count)
                .Where(i => orders[i].Buys == buys && orders[i].Accepts(price))
                .GroupBy(i => orders[i].Price)
                .OrderBy(level => level.Key is not { } limit ? long.MinValue : buys ? -limit : limit);
            foreach (var level in levels)
            {
                long all = level.Sum(i => orders[i].Lots);
                long share = Math.Min(all, left);
                left -= share;
                if (rationing == Rationing.ProRata)
                {
                    foreach (int i in level)
                        executed[i] = orders[i].Lots * share / all;
                    foreach (int i in level.OrderByDescending(i => orders[i].Lots * share % all).Take(
                        (int)(share - level.Sum(i => executed[i]))).ToArray())
                        executed[i]++;
                    continue;
                }

                foreach (int i in level.SelectMany(i => Enumerable.Repeat(i, (int)orders[i].Lots)).Take((int)share))
                    executed[i]++;
            }
        }

        return executed;
    }

    long Willing(bool buys, long price) =>
        orders.Where(order => order.Buys == buys && order.Accepts(price)).Sum(order => order.Lots);
}
