using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>A venue with a bump says what one without says to the same requests, each sent as much later.</summary>
public sealed class SpeedBumpProperties
{
    const long Delay = 7;

    public static TheoryData<InstitutionRules> Institutions =>
        [new ContinuousRules(), new BatchRules { Interval = new(10) },
            new BatchRules { Interval = new(5), Rationing = Rationing.ProRata }];

    [Theory, MemberData(nameof(Institutions))]
    public void A_bump_for_all_is_a_later_arrival(InstitutionRules rules)
    {
        for (ulong seed = 1; seed <= 200; seed++)
        {
            MarketTape bumped = new([new SpeedBumpRules { Inner = rules, Delay = new(Delay) }]);
            MarketTape plain = new([rules]);
            (long At, Request Request)[] sent = [.. Requests(plain, new RandomStream(seed, "requests"))];
            foreach ((long at, Request request) in sent)
            {
                bumped.Until(at).Send(request);
                plain.Until(at + Delay).Send(request);
            }

            long end = sent[^1].At + 50;
            Assert.Equal(plain.Until(end).Events, bumped.Until(end).Events);
        }
    }

    static IEnumerable<(long At, Request Request)> Requests(MarketTape market, RandomStream random)
    {
        long now = 0;
        long name = 0;
        for (int i = 0; i < 60; i++)
        {
            now += Math.Max(0, random.NextBetween(-4, 6));
            RequestKind kind = (RequestKind)Math.Max(0, random.NextBetween(-4, 3));
            long named = Math.Max(0, name - random.NextBetween(0, 5));
            yield return (now, market.Blank(kind, by: (int)random.NextBetween(0, 1)) with
            {
                Side = random.NextSide(),
                Type = random.NextBetween(0, 7) == 0 ? OrderType.Market : OrderType.Limit,
                TimeInForce = (TimeInForce)random.NextBetween(0, 4),
                Order = kind is RequestKind.Enter or RequestKind.Replace ? new(++name) : new(named),
                Replaces = kind == RequestKind.Replace ? new(named) : default,
                Limit = new(random.NextBetween(98, 102)),
                Quantity = new(kind == RequestKind.Cancel ? random.NextBetween(0, 1) : random.NextBetween(1, 5)),
                Expiry = new(now + random.NextBetween(0, 30)),
            });
        }
    }
}
