using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>
/// A venue may be told which requests come soon; what it does then is what it would have done anyway.
/// </summary>
public sealed class HintTests
{
    const int Traders = 50;
    const int Ahead = 12;

    /// <summary>Enough orders stay that the venue is larger than what it fetches nothing for.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Hints_change_nothing_even_if_they_are_wrong(int instruments)
    {
        Request[] requests = [.. Requests(instruments, 30_000)];

        MarketEvent[] plain = EventsOf(requests, instruments, (_, _) => { });
        MarketEvent[] hinted = EventsOf(
            requests, instruments,
            (venue, i) => venue.Prefetch(i + Ahead < requests.Length ? requests[i + Ahead] : requests[0]));
        MarketEvent[] misled = EventsOf(requests, instruments, (venue, i) =>
        {
            Request other = requests[i * 7 % requests.Length];
            venue.Prefetch(other with { Order = new(long.MaxValue - i), Limit = new(i * 1_000_003L) });
            venue.Prefetch(other with { Participant = new(i % 2 == 0 ? -1 : Traders) });
            venue.Prefetch(other with { Listing = new(default, new((short)instruments)) });
            venue.Prefetch(other with { Kind = RequestKind.Replace, Replaces = new(i) });
        });

        Assert.True(plain.Count(happened => happened.Kind == EventKind.Accepted) > 10_000);
        Assert.Equal(plain, hinted);
        Assert.Equal(plain, misled);
    }

    static MarketEvent[] EventsOf(Request[] requests, int instruments, Action<Venue, int> hint)
    {
        MarketDirectory directory = new(
            ["venue"],
            [.. Enumerable.Range(0, instruments).Select(i => new Instrument { Symbol = $"I{i}", TickSize = 1 })],
            [.. Enumerable.Range(0, Traders).Select(p => new Participant($"p{p}", "people", Cash.Zero, []))]);
        Venue venue = new(
            [.. Enumerable.Repeat(new ContinuousRules(), instruments)],
            new Clearing(directory, SettlementPolicy.Unlimited), _ => new RandomStream(1, "lots"));
        EventBuffer events = new() { Classes = EventClasses.All };
        for (int i = 0; i < requests.Length; i++)
        {
            hint(venue, i);
            venue.Apply(requests[i], new Timestamp(i), events);
        }

        return events.Written.ToArray();
    }

    static IEnumerable<Request> Requests(int instruments, int count)
    {
        RandomStream chance = new(1, "hints");
        for (int i = 1; i <= count; i++)
        {
            Side side = chance.NextBoolean() ? Side.Buy : Side.Sell;
            RequestKind kind = chance.NextBelow(4) switch
            {
                0 => RequestKind.Cancel,
                1 => RequestKind.Replace,
                _ => RequestKind.Enter,
            };
            long earlier = Math.Max(1, i - (long)chance.NextBelow(400));
            yield return default(Request) with
            {
                Kind = kind,
                Side = side,
                Participant = new((int)((kind == RequestKind.Enter ? i : earlier) % Traders)),
                Listing = new(default, new((short)((kind == RequestKind.Enter ? i : earlier) % instruments))),
                Order = new(kind == RequestKind.Cancel ? earlier : i),
                Replaces = new(earlier),
                Limit = new((side == Side.Buy ? -1 : 1) * chance.NextBetween(-3, 2000)),
                Quantity = new(kind == RequestKind.Cancel ? 0 : 1 + (long)chance.NextBelow(9)),
            };
        }
    }
}
