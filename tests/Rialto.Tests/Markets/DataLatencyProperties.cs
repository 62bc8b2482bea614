using FsCheck;
using FsCheck.Fluent;
using Rialto.Agents;
using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Tests.Markets;

/// <summary>
/// A quote is read as it was one data latency ago. Method: quotes change at random times in two markets; agents with
/// different latencies look at random times, whether they watch or not, and must see what a plain list of all quotes
/// says.
/// </summary>
public sealed class DataLatencyProperties
{
    static readonly double[] Latencies = [0, 0, 1, 3, 10, 1000];

    static readonly Gen<Change> Changes =
        from pause in Gen.Frequency((3, Gen.Constant(0)), (5, Gen.Choose(0, 4)), (1, Gen.Choose(20, 300)))
        from side in Gen.Elements(Side.Buy, Side.Sell)
        from price in Gen.Choose(1, 12)
        from venue in Gen.Elements(Scene.First, Scene.Second)
        from cancels in Gen.Choose(0, 3)
        select new Change(pause, side, price, venue, cancels == 0);

    [Fact]
    public void A_quote_is_the_one_of_a_latency_ago() => Property.HoldsForLists(Changes, changes =>
    {
        Scene scene = new(Scene.Continuous(), Scene.Continuous());
        QuoteList quotes = new();
        for (int i = 0; i < Latencies.Length; i++)
        {
            double latency = Latencies[i];
            bool watchesLate = i % 2 == 1;
            scene.Add($"agent/{i}", async agent =>
            {
                for (int look = 0; agent.Market.IsOpen; look++)
                {
                    await agent.Market.Sleep(new Duration(agent.Random.NextBetween(0, 2_000_000)));
                    if (watchesLate && look == 40)
                        agent.Market.Watch(Scene.Second);

                    foreach (Listing listing in (Listing[])[Scene.First, Scene.Second])
                    {
                        bool exists = agent.Market.TryQuote(listing, out Quote seen);
                        Assert.Equal(
                            quotes.AsOf(listing, agent.Market.Now - Clock.Ms(latency)),
                            exists ? Show(seen) : "nothing");
                    }
                }
            }, dataLatency: latency);
        }

        ParticipantId bob = scene.Add("bob");
        scene.Market.Add(quotes);
        double at = 0;
        foreach (Change change in changes)
        {
            at += change.Pause / 10.0;
            if (change.Cancels)
            {
                scene.Submit(at, default(Request) with
                {
                    Kind = RequestKind.CancelAll, Listing = change.Listing, Participant = bob,
                });
            }
            else
                scene.Enter(at, bob, change.Side, change.Price, listing: change.Listing);
        }

        scene.Run(until: at + 20);
        scene.Market.Close();
        Assert.Empty(scene.Market.StoppedAgents);
    });

    static string Show(in Quote quote) =>
        $"{quote.BidQuantity}@{quote.Bid} {quote.AskQuantity}@{quote.Ask}, then {quote.SecondBid} {quote.SecondAsk}";

    readonly record struct Change(int Pause, Side Side, int Price, Listing Listing, bool Cancels);

    /// <summary>Every quote there ever was, in a list.</summary>
    sealed class QuoteList : IMarketListener
    {
        readonly Dictionary<Listing, DisplayedBook> _books = new() { [Scene.First] = new(), [Scene.Second] = new() };
        readonly List<(Listing Listing, Timestamp At, string Quote)> _all = [];

        public string AsOf(Listing listing, Timestamp time) =>
            _all.LastOrDefault(quote => quote.Listing == listing && quote.At <= time).Quote ?? "nothing";

        public void OnStep(in Step step)
        {
            DisplayedBook book = _books[step.Input.Listing];
            bool hasChanged = false;
            foreach (MarketEvent happened in step.Events)
            {
                book.Apply(happened);
                hasChanged |= happened.Kind == EventKind.LevelChanged;
            }

            if (hasChanged)
                _all.Add((step.Input.Listing, step.Input.At, Show(new Quote(step.Input.At, book))));
        }
    }
}
