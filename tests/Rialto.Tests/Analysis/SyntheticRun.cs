using Rialto.Analysis;
using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Tests.Analysis;

/// <summary>
/// Markets that look like markets and are none: random walks of a book around a value, for reports and measures.
/// </summary>
static class SyntheticRun
{
    public static readonly ReportHeading Heading = new(
        "synthetic-walk",
        "A book that wanders around a fundamental value. Nobody decides anything; it only looks like a market.",
        "Invented for the tests of this report; resembles M. D. Gould et al., “Limit order books”, Quantitative "
            + "Finance 13(11), 2013.",
        7, "0.1.0", "rialto simulate scenarios/synthetic-walk.yaml --seed 7");

    public static MarketDirectory Directory(
        int venues, int participants, decimal tick = 0.01m, int instruments = 1) => new(
        [.. new[] { "focal", "external", "third" }.Take(venues)],
        [.. Enumerable.Range(0, instruments).Select(i =>
            new Instrument { Symbol = i == 0 ? "XYZ" : $"XYZ{i}", TickSize = tick })],
        [.. Enumerable.Range(0, participants).Select(p =>
            new Participant(
                $"{GroupOf(p)}/{p}", GroupOf(p), new Cash(1_000_000), Enumerable.Repeat(0L, instruments).ToArray()))]);

    /// <summary>A continuous market.</summary>
    public static RunRecord Continuous(
        int venues = 1, int participants = 3, double seconds = 300, int stepsPerSecond = 20, bool withValue = true,
        ulong seed = 7)
    {
        RunRecord record = new(Directory(venues, participants), new(default, new((long)(seconds * 1e9))));
        Walk(record, venues, participants, seconds, stepsPerSecond, withValue, seed);
        return record;
    }

    /// <summary>Lets a listener hear a continuous market, up to the close of its session.</summary>
    public static void Walk(
        IMarketListener listener, int venues, int participants, double seconds, int stepsPerSecond, bool withValue,
        ulong seed)
    {
        RandomStream random = new(seed, "walk");
        MarketScript script = new(listener);
        SyntheticBook[] books = [.. Enumerable.Range(0, venues).Select(_ => new SyntheticBook(10_000))];
        long value = 10_000;
        double until = 0;
        long steps = (long)(seconds * stepsPerSecond);
        for (long step = 0; step < steps; step++)
        {
            double now = (step + random.NextDouble()) / stepsPerSecond;
            if (withValue && now >= until)
            {
                value = step == 0 ? value : value + (long)random.NextNormal(0, 30);
                script.Value(now, value);
                until = now + (seconds * 0.08 * random.NextExponential());
            }

            int venue = (int)random.NextBelow((ulong)venues);
            script.Listing = new(new((short)venue), new(0));
            books[venue].Move(script, random, value, participants);
            script.At(now);
        }

        for (int venue = 0; venue < venues; venue++)
        {
            script.Listing = new(new((short)venue), new(0));
            books[venue].Empty(script);
            script.Close(seconds);
        }
    }

    /// <summary>Lets a listener hear continuous markets of several instruments at one venue.</summary>
    public static void WalkEach(
        IMarketListener listener, int instruments, int participants, double seconds, int stepsPerSecond)
    {
        RandomStream random = new(7, "walks");
        MarketScript script = new(listener);
        SyntheticBook[] books = [.. Enumerable.Range(0, instruments).Select(_ => new SyntheticBook(10_000))];
        for (long step = 0; step < seconds * stepsPerSecond; step++)
        {
            int instrument = (int)random.NextBelow((ulong)instruments);
            script.Listing = new(new(0), new((short)instrument));
            books[instrument].Move(script, random, 10_000 + (step / 100), participants);
            script.At(step / (double)stepsPerSecond);
        }
    }

    /// <summary>A market that trades every two seconds only.</summary>
    public static RunRecord Batches(double seconds = 120)
    {
        RunRecord record = new(Directory(1, 5), new(default, new((long)(seconds * 1e9))));
        MarketScript script = new(record);
        RandomStream random = new(3, "batches");
        SyntheticBook book = new(10_000);
        for (double now = 2; now < seconds; now += 2)
        {
            for (int i = 0; i < 12; i++)
                book.Move(script, random, 10_000, participants: 0);
            if (random.NextDouble() < 0.8)
            {
                long price = book.Middle;
                int matches = 1 + (int)random.NextBelow(4);
                for (int i = 0; i < matches; i++)
                {
                    script.Match(
                        (int)random.NextBelow(3), 3 + (int)random.NextBelow(2), random.NextBetween(1, 20), price,
                        liquidity: Liquidity.Auction);
                }

                script.BatchEnded(price, 1);
            }

            script.At(now, InputKind.Deadline);
        }

        script.Close(seconds);
        return record;
    }

    /// <summary>A market with long names, prices of many digits and much money.</summary>
    public static RunRecord LargeNumbers()
    {
        const long Start = 123_456_789_012;
        MarketDirectory directory = new(
            ["The Venue With the Longest Name of All Venues"],
            [new() { Symbol = "WWWWWWWWWWWWWWWW", TickSize = 0.0001m }],
            [.. Enumerable.Range(0, 14).Select(p =>
                new Participant(
                    $"institutional-market-maker/{p}", "institutional-market-maker", new Cash(1_000_000_000_000_000),
                    [0]))]);
        RunRecord record = new(directory, new(new(34_200_000_000_000), new(57_600_000_000_000)));
        MarketScript script = new(record);
        SyntheticBook book = new(Start);
        RandomStream random = new(5, "large");
        for (int step = 0; step < 5_000; step++)
        {
            book.Move(script, random, Start, 14);
            script.At(34_200 + (4.5 * step));
        }

        return record;
    }

    /// <summary>A market in which prices fall below zero.</summary>
    public static RunRecord BelowZero()
    {
        RunRecord record = new(Directory(1, 3), new(default, new(120_000_000_000)));
        MarketScript script = new(record);
        SyntheticBook book = new(20);
        RandomStream random = new(5, "negative");
        for (int step = 0; step < 2_000; step++)
        {
            script.Value(0.06 * step, -40);
            book.Move(script, random, -40, 3);
            script.At(0.06 * step);
        }

        return record;
    }

    /// <summary>A market in which nothing is ever asked for, and nothing traded.</summary>
    public static RunRecord BidsOnly()
    {
        RunRecord record = new(Directory(1, 3), new(default, new(60_000_000_000)));
        MarketScript script = new(record);
        script.Bid(5, 9_990).At(3).Bid(2, 9_995).At(20).Bid(0, 9_995).At(40);
        return record;
    }

    /// <summary>A market in which nothing happens.</summary>
    public static RunRecord Empty() => new(Directory(1, 3), new(default, new(60_000_000_000)));

    /// <summary>A market in which orders rest and nobody trades.</summary>
    public static RunRecord Untraded()
    {
        RunRecord record = new(Directory(1, 3), new(default, new(60_000_000_000)));
        new MarketScript(record).Bid(5, 9_990).Ask(4, 10_010).At(3);
        return record;
    }

    static string GroupOf(int participant) =>
        (participant % 8) switch { 0 => "maker", < 3 => "momentum", _ => "noise" };
}
