using Rialto.Journal;
using Rialto.Markets;
using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Markets;

/// <summary>
/// Quotes of other venues reach those whose pegged orders follow them: late, once, in order, and in the journal.
/// </summary>
public sealed class ReferenceTests
{
    static readonly Listing Lit = Scene.First;
    static readonly Listing Dark = Scene.Second;
    static readonly Listing Third = new(new(2), new(0));
    static readonly ParticipantId Staying = new(0);
    static readonly ParticipantId Maker = new(1);
    static readonly ParticipantId Expiring = new(2);
    static readonly ParticipantId Buyer = new(3);

    [Fact]
    public void Quotes_arrive_after_the_delay_of_their_line()
    {
        (Scene scene, KeptJournal journal) = Open(Scene.Continuous(), Following((0, 0.5)));
        scene.Enter(1, Maker, Side.Buy, 99, listing: Lit);
        scene.Enter(1, Maker, Side.Sell, 101, listing: Lit);
        scene.Run(until: 5);

        Assert.Equal(["1.5 99/101"], Told(journal, Dark));
    }

    [Fact]
    public void Without_a_delay_they_arrive_at_once_before_anything_later()
    {
        (Scene scene, KeptJournal journal) = Open(Scene.Continuous(), Following((0, 0)));
        scene.Enter(1, Maker, Side.Buy, 99, listing: Lit);
        scene.Enter(1, Maker, Side.Sell, 101, listing: Lit);
        scene.Run(until: 5);

        Assert.Equal(["1 99/-", "1 99/101"], Told(journal, Dark)); // Each is submitted by itself.
        Assert.Equal([1L, 3L], journal.Records.Where(IsRequest).Select(record => record.Sequence));
    }

    [Fact]
    public void Of_several_venues_the_best_quotes_are_followed_each_as_old_as_its_line_is_long()
    {
        (Scene scene, KeptJournal journal) = Open(Scene.Continuous(), Following((0, 1), (2, 3)), Scene.Continuous());
        ClientOrderId bid = scene.Enter(1, Maker, Side.Buy, 99, listing: Lit);
        scene.Enter(1, Maker, Side.Sell, 105, listing: Lit);
        scene.Enter(1, Maker, Side.Buy, 97, listing: Third);
        scene.Enter(1, Maker, Side.Sell, 103, listing: Third);
        scene.Cancel(6, Maker, bid, Lit);
        scene.Run(until: 10);

        Assert.Equal(["2 99/105", "4 99/103", "7 97/103"], Told(journal, Dark));
    }

    /// <summary>
    /// Lots behind the best price, a price that comes back at once, and a worse quote elsewhere: none of it is news.
    /// </summary>
    [Fact]
    public void Nothing_is_told_that_is_known_already()
    {
        (Scene scene, KeptJournal journal) = Open(Scene.Continuous(), Following((0, 1), (2, 1)), Scene.Continuous());
        ClientOrderId bid = scene.Enter(1, Maker, Side.Buy, 99, listing: Lit);
        scene.Enter(1, Maker, Side.Sell, 101, listing: Lit);
        scene.Enter(2, Maker, Side.Sell, 101, lots: 5, listing: Lit);
        scene.Enter(3, Maker, Side.Sell, 102, listing: Lit);
        scene.Cancel(4, Maker, bid, Lit);
        scene.Enter(4, Maker, Side.Buy, 99, listing: Lit);
        scene.Enter(5, Maker, Side.Buy, 98, listing: Third);
        scene.Run(until: 10);

        Assert.Equal(["2 99/101"], Told(journal, Dark));
    }

    /// <summary>An order ends before anything else at its instant; requests come after what is due.</summary>
    [Fact]
    public void At_one_instant_expiries_come_first_then_the_reference_then_requests()
    {
        (Scene scene, KeptJournal journal) = Open(Scene.Continuous(), Following((0, 1)));
        scene.Submit(0.2, Staying, Order.MidpointPeg(Side.Sell, Quantity.One, new Price(90)), Dark);
        scene.Enter(0.3, Buyer, Side.Buy, 100, listing: Dark);
        scene.Enter(1, Maker, Side.Buy, 99, listing: Lit);
        scene.Enter(1, Maker, Side.Sell, 101, listing: Lit);
        scene.Submit(1.5, Expiring, Order.MidpointPeg(Side.Sell, Quantity.One, new Price(90)).Until(Clock.At(2)), Dark);
        scene.Enter(2, Buyer, Side.Buy, 100, listing: Dark);
        scene.Run(until: 3);

        Assert.Equal(
            [
                "2 expiring canceled 1 Expired", "2 buyer executed 1 1@100", "2 staying executed 1 1@100",
                "2 buyer accepted 2 Buy 1@100",
            ],
            scene.Log.Where(line => line.StartsWith("2 ", StringComparison.Ordinal)));
        Assert.Equal(
            [InputKind.Deadline, InputKind.Control, InputKind.Request],
            journal.Records.Where(record => record.Input.At == Clock.At(2)).Select(record => record.Input.Kind));
    }

    [Fact]
    public void What_a_venue_shows_that_collects_orders_for_an_auction_is_no_quote_if_it_is_crossed()
    {
        VenueSetup open = new(
            [new CallRules { Interval = Clock.Ms(5), Display = BookDisplay.Open }, new CallRules()], TieBreak.Arrival);
        (Scene scene, KeptJournal journal) = Open(open, Following((0, 1)));
        scene.Enter(1, Maker, Side.Buy, 99, listing: Lit);
        scene.Enter(2, Buyer, Side.Sell, 99, listing: Lit);
        scene.Enter(2.5, Buyer, Side.Sell, 100, listing: Lit);
        scene.Run(until: 10);

        Assert.Equal(["2 99/-", "3 -/-", "6 -/100"], Told(journal, Dark));
    }

    [Fact]
    public void Two_venues_may_follow_each_other()
    {
        (Scene scene, KeptJournal journal) = Open(Following((1, 0)), Following((0, 0)));
        scene.Submit(0.5, Staying, Order.MidpointPeg(Side.Buy, new Quantity(2), new Price(110)), Lit);
        scene.Submit(0.5, Staying, Order.MidpointPeg(Side.Sell, new Quantity(2), new Price(90)), Dark);
        scene.Enter(1, Maker, Side.Buy, 99, listing: Lit);
        scene.Enter(1, Maker, Side.Sell, 103, listing: Lit);
        scene.Enter(2, Maker, Side.Buy, 101, listing: Dark);
        scene.Enter(2, Maker, Side.Sell, 105, listing: Dark);
        scene.Run(until: 3);

        Assert.Equal(["1 99/-", "1 99/103"], Told(journal, Dark));
        Assert.Equal(["2 -/105"], Told(journal, Lit)); // The bid of 101 trades with the peg at once.
        Assert.Equal((-1, 1), (scene.Market.InventoryOf(Staying, new(0)), scene.Market.InventoryOf(Maker, new(0))));
    }

    /// <summary>
    /// The market of a reference in the journal, from the file and without agents; and the same agents once more.
    /// </summary>
    [Fact]
    public void A_journal_with_references_is_replayed_and_happens_again()
    {
        for (ulong seed = 1; seed <= 5; seed++)
        {
            KeptJournal journal = new();
            MarketSetup setup = Pegging(seed);
            Market original = new(setup, journal);
            original.Add(new MarketMonitors(original, setup));
            original.RunUntil(Clock.At(200));
            original.Close();
            List<JournalRecord> references =
                [.. journal.Records.Where(record => record.Input.Control == Control.Refer)];
            Assert.True(references.Count > 50);
            Assert.Empty(original.StoppedAgents);

            Market replay = new(Pegging(seed) with { Agents = [] });
            int traded = 0;
            foreach (JournalRecord record in journal.Reread())
            {
                Assert.Equal(record.Hash, replay.Hash);
                long before = replay.Events;
                replay.Replay(record.Input);
                traded += record.Input.Control == Control.Refer && replay.Events > before ? 1 : 0;
            }

            Assert.Equal((original.Hash, original.Events), (replay.Hash, replay.Events));
            Assert.True(traded > 5, $"pegs traded in {traded} of {references.Count} references");

            ExpectedJournal expected = new(journal.Records);
            Market again = new(Pegging(seed), expected);
            again.RunUntil(Clock.At(200));
            again.Close();
            Assert.Null(expected.Difference);
        }
    }

    /// <summary>
    /// Only people trade, so that the journal's requests are all that comes from outside; references come about again.
    /// </summary>
    [Fact]
    public void A_market_brought_back_by_a_replay_goes_on_following()
    {
        KeptJournal journal = new();
        Market original = new(Pegging(3), journal);
        original.RunUntil(Clock.At(100));
        Input[] requests = [.. journal.Records.Where(IsRequest).Select(record => record.Input)];

        for (int crash = 0; crash < journal.Records.Count; crash += 97)
        {
            Market back = new(Pegging(3) with { Agents = [] });
            foreach (JournalRecord record in journal.Records[..crash])
                back.Replay(record.Input);

            foreach (Input request in requests[journal.Records[..crash].Count(IsRequest)..])
                back.Submit(request with { Origin = Origin.External });
            back.RunUntil(Clock.At(100));

            Assert.Equal((crash, original.Hash, original.Steps), (crash, back.Hash, back.Steps));
        }
    }

    [Fact]
    public void Where_cutting_a_run_into_slices_changes_nothing()
    {
        Market whole = new(Pegging(4));
        whole.RunUntil(Clock.At(100));
        Market sliced = new(Pegging(4));
        for (int slice = 1; slice <= 1000; slice++)
            sliced.RunUntil(Clock.At(slice * 0.1));

        Assert.Equal((whole.Hash, whole.Steps), (sliced.Hash, sliced.Steps));
    }

    [Fact]
    public void A_closed_listing_is_told_nothing()
    {
        (Scene scene, KeptJournal journal) = Open(Scene.Continuous(), Following((0, 1)));
        scene.Enter(1, Maker, Side.Buy, 99, listing: Lit);
        scene.Market.Close();
        scene.Run(until: 5);

        Assert.Empty(Told(journal, Dark));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(7, 0)]
    [InlineData(0, -1)]
    public void A_line_comes_from_another_venue_and_takes_no_negative_time(short venue, double delay) =>
        Assert.Throws<ArgumentException>(() => Open(Scene.Continuous(), Following((venue, delay))).Scene.Market);

    [Fact]
    public void Only_rules_that_are_told_quotes_follow_them()
    {
        VenueSetup untold = Scene.Continuous() with { Reference = [new ReferenceLine(new(0), Duration.Zero)] };

        Assert.Throws<ArgumentException>(() => Open(Scene.Continuous(), untold).Scene.Market);
    }

    static VenueSetup Following(params (short Venue, double Delay)[] lines) => new(
        [.. Enumerable.Repeat(new ContinuousRules { FollowsExternalReference = true }, 2)], TieBreak.Arrival)
    {
        Reference = [.. lines.Select(line => new ReferenceLine(new(line.Venue), Clock.Ms(line.Delay)))],
    };

    static MarketSetup Pegging(ulong seed)
    {
        InstitutionRules follows = new ContinuousRules { FollowsExternalReference = true };
        VenueSetup bump = new(
            [.. Enumerable.Repeat(new SpeedBumpRules { Inner = follows, Delay = Clock.Ms(0.7) }, 2)], TieBreak.Random)
        {
            Reference = [new(new(0), Clock.Ms(0.3)), new(new(2), Clock.Ms(1.1))],
        };
        Scene scene = new(Scene.Continuous(TieBreak.Random, 2), bump, Following((0, 0), (1, 0.2)))
        {
            Seed = seed, Instruments = NoisyMarket.Instruments,
        };
        for (int i = 0; i < 6; i++)
            scene.Add($"pegging/{i}", new PeggingAgent(Clock.Ms(1), 3), i % 3 * 0.1, 0.1);

        return scene.Setup();
    }

    /// <summary>A market of one instrument, with people outside only.</summary>
    static (Scene Scene, KeptJournal Journal) Open(params VenueSetup[] venues)
    {
        KeptJournal journal = new();
        Scene scene = new([.. venues.Select(venue => venue with { Rules = [venue.Rules[0]] })]) { Journal = journal };
        foreach (string name in (ReadOnlySpan<string>)["staying", "maker", "expiring", "buyer"])
            scene.Add(name);

        return (scene, journal);
    }

    static IEnumerable<string> Told(KeptJournal journal, Listing listing) => journal.Records
        .Where(record => record.Input is { Kind: InputKind.Control, Control: Control.Refer, Origin: Origin.Schedule })
        .Where(record => record.Input.Listing == listing)
        .Select(record => $"{Clock.Text(record.Input.At)} {Text(record.Input)}");

    static bool IsRequest(JournalRecord record) => record.Input.Kind == InputKind.Request;

    static string Text(in Input input) =>
        $"{input.Reference.Bid?.ToString() ?? "-"}/{input.Reference.Ask?.ToString() ?? "-"}";
}
