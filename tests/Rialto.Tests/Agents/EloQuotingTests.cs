using Rialto.Agents;
using Rialto.Tests.Markets;
using Rialto.Trading;

namespace Rialto.Tests.Agents;

/// <summary>How an ELO agent quotes: one lot on each side, around latent prices.</summary>
public sealed class EloQuotingTests
{
    /// <summary>
    /// The worked example of the predecessor's dossier: BB 990000, BO 1010000, x = 2, external BB 980000, BO 1000000, x
    /// = −1, inventory 3, a_x = a_y = 1, w = 1/2. Bid ½·(980 − 5) + ½·(990 + 10) − 15 = 972.5 → 970, offer ½·995 +
    /// ½·1020 − 15 → 990 thousand.
    /// </summary>
    [Fact]
    public void Latent_quotes_are_those_of_the_worked_example()
    {
        EloScene scene = new(inventory: 3, schedule: new EloState(Duration.Zero, 1, ConnectionSpeed.Slow, 1, 1, 0.5));
        scene.Home(1, Side.Buy, 990);
        scene.Home(2, Side.Sell, 1010, lots: 3);
        scene.Home(3, Side.Buy, 1010, lots: 2);
        scene.External(4, Side.Buy, 980, lots: 2);
        scene.External(5, Side.Sell, 980);
        scene.External(6, Side.Sell, 1000);
        scene.Run(until: 7);

        Assert.Equal(
            "6 external_feed_change: 990 1010 980 1000 2 -1 3 970 990",
            scene.Shown(
                "best_bid", "best_offer", "e_best_bid", "e_best_offer", "signed_volume", "e_signed_volume", "inventory",
                "implied_bid", "implied_offer").Last());
    }

    [Fact]
    public void It_begins_at_once_with_its_sliders_at_zero_and_changes_by_its_schedule()
    {
        EloScene scene = new(
            schedule: [
                new EloState(Duration.FromMilliseconds(60), 1, ConnectionSpeed.Fast, 0, 0, 0),
                new EloState(Duration.FromMilliseconds(40), 1, ConnectionSpeed.Slow, 0, 0, 1),
                new EloState(Duration.FromMilliseconds(50), 2, ConnectionSpeed.Fast, 1, 1, 1),
            ]);
        Both(scene, at: 1);
        scene.External(20, Side.Buy, 960);
        scene.External(21, Side.Sell, 1040);
        scene.Run(until: 100);

        Assert.Equal(
        [
            "11 accepted 1 Buy 1@980", // It joins the best of its own market.
            "11 accepted 2 Sell 1@1020",
            "50 replaced 1 by 3 Buy 1@970", // From 40 ms on it follows the external market; slow.
            "50 replaced 2 by 4 Sell 1@1030",
            "61 replaced 4 by 5 Sell 1@1020", // And from 60 ms on its own again; fast. Moving up, the offer goes first.
            "61 replaced 3 by 6 Buy 1@980",
        ], scene.Quotes);
        Assert.Equal(
            ["0 market_start: 10000000 0", "40 slider: 10000000 1", "60 speed: 1000000 0", "60 slider: 1000000 0"],
            scene.Shown("delay", "slider_a_z").Where(line => line.Contains("start", StringComparison.Ordinal)
                || line.Contains("sl", StringComparison.Ordinal)
                || line.Contains("sp", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_refused_replacement_frees_its_side()
    {
        EloScene scene = new();
        Both(scene, at: 1);
        scene.Home(20, Side.Buy, 990); // Its replacement is on its way until 30 ms.
        scene.Home(25, Side.Sell, 980, lots: 3); // It takes the 990, the 980 that was there first, and the agent's.
        scene.Home(40, Side.Buy, 970);
        scene.Run(until: 60);

        Assert.Equal(
        [
            "11 accepted 1 Buy 1@980",
            "11 accepted 2 Sell 1@1020",
            "25 executed 1 1@980",
            "30 rejected 3 UnknownOrder",
            "50 accepted 4 Buy 1@970",
        ], scene.Quotes);
    }

    [Fact]
    public void An_execution_frees_its_side_and_the_new_quote_of_the_market_is_followed()
    {
        EloScene scene = new();
        Both(scene, at: 1);
        scene.Home(1, Side.Buy, 950);
        scene.Home(20, Side.Sell, 980, lots: 2);
        scene.Run(until: 60);

        Assert.Equal(
            ["11 accepted 1 Buy 1@980", "11 accepted 2 Sell 1@1020", "20 executed 1 1@980", "30 accepted 3 Buy 1@950"],
            scene.Quotes);
    }

    [Fact]
    public void Alone_at_the_best_it_looks_past_its_own_acknowledged_order()
    {
        EloScene scene = new();
        ClientOrderId best = scene.Home(1, Side.Buy, 980);
        scene.Home(1, Side.Buy, 950);
        scene.Home(1, Side.Sell, 1020);
        ExternalBoth(scene, at: 1);
        scene.CancelHome(20, best);
        scene.Run(until: 25);

        Assert.Equal(
            "20 bbo_change: 980 980 950 950",
            scene.Shown("best_bid", "bid", "best_bid_except_me", "implied_bid").Last());
        scene.Run(until: 60);
        Assert.Equal(
            ["11 accepted 1 Buy 1@980", "11 accepted 2 Sell 1@1020", "30 replaced 1 by 3 Buy 1@950"], scene.Quotes);
    }

    [Fact]
    public void An_implied_bid_at_or_above_the_implied_offer_quotes_neither_and_is_counted()
    {
        EloScene scene = new(schedule: new EloState(Duration.Zero, 1, ConnectionSpeed.Slow, 0, 0, 1));
        Both(scene, at: 1);
        ClientOrderId bid = scene.External(20, Side.Buy, 1001);
        ClientOrderId offer = scene.External(21, Side.Sell, 1004); // Both are 1000 on the grid.
        scene.CancelExternal(40, bid);
        scene.CancelExternal(41, offer);
        scene.Run(until: 80);

        Assert.Equal(
        [
            "11 accepted 1 Buy 1@970",
            "11 accepted 2 Sell 1@1030",
            "30 replaced 1 by 3 Buy 1@1000",
            "31 canceled 2 Requested", // At 21 ms the bid was still to be answered.
            "40 canceled 3 Requested",
            "50 accepted 4 Buy 1@970",
            "50 accepted 5 Sell 1@1000",
            "60 replaced 5 by 6 Sell 1@1030",
        ], scene.Quotes);
        Assert.Equal(
            ["21 external_feed_change: - - 1", "30 U: - - 2"],
            scene.Shown("implied_bid", "implied_offer", "crossed_quotes").Where(line =>
                line.Contains("- -", StringComparison.Ordinal) && !line.EndsWith(" 0", StringComparison.Ordinal))
                .Take(2));
    }

    [Fact]
    public void It_quotes_again_after_each_batch_and_a_quote_that_came_with_one_does_not_count_twice()
    {
        EloScene scene = new(focal: Scene.Batch(50), external: Scene.Batch(100));
        Both(scene, at: 1);
        scene.Home(60, Side.Sell, 970, lots: 2);
        scene.Home(61, Side.Buy, 960);
        scene.Run(until: 260);

        Assert.Equal(
        [
            "110 accepted 1 Buy 1@960", // The external market is not two-sided before 100 ms.
            "110 accepted 2 Sell 1@970",
        ], scene.Quotes.Take(2));
        Assert.Equal(
            ["50 post_batch", "100 external_feed_change", "100 post_batch", "150 post_batch",
                "200 external_feed_change", "200 post_batch", "250 post_batch"],
            scene.States.Where(state => state.Trigger is "post_batch" or "bbo_change" or "external_feed_change").Select(
                state => $"{Clock.Text(state.At)} {state.Trigger}"));
    }

    [Fact]
    public void A_quote_of_the_other_market_counts_even_at_the_instant_of_a_batch()
    {
        EloScene scene = new(
            focal: Scene.Batch(50), schedule: new EloState(Duration.Zero, 1, ConnectionSpeed.Slow, 0, 0, 1));
        Both(scene, at: 1);
        scene.External(100, Side.Buy, 990);
        scene.Run(until: 105);

        Assert.Equal("100 external_feed_change: 990 990", scene.Shown("e_best_bid", "implied_bid").Last());
    }

    [Fact]
    public void What_it_is_worth_is_cash_and_inventory_less_its_costs_at_the_end()
    {
        EloScene scene = new(schedule: new EloState(Duration.FromMilliseconds(1000), 1, ConnectionSpeed.Fast, 0, 0, 0));
        Both(scene, at: 1);
        scene.Home(1, Side.Buy, 950);
        scene.Home(20, Side.Sell, 980, lots: 2);
        scene.Run(until: 3000);
        scene.Market.Close();

        // It has bought one at 980, the reference price; the fast connection costs 1000 a second for two seconds; a
        // tenth is deducted.
        Assert.Equal(
            "3000 market_end: -980 1 980 2000 98 -2098",
            scene.Shown("cash", "inventory", "reference_price", "speed_cost", "tax_paid", "net_worth").Last());
        Assert.Equal("980", scene.Shown("reference_price").Last().Split(' ')[^1]);
    }

    [Fact]
    public void A_venue_that_does_not_exist_stops_it()
    {
        Scene scene = new();
        scene.Add("elo", new EloAgent(new AgentNumber(1, 1),
            new EloSettings { Watch = new VenueName("none"), Grid = new Ticks(1), Schedule = [] }));
        scene.Run(until: 1);

        Assert.Equal("There is no venue 'none' to watch.", Assert.Single(scene.Market.StoppedAgents).Fault.Message);
    }

    /// <summary>980 / 1020 at home, 970 / 1030 outside.</summary>
    static void Both(EloScene scene, double at)
    {
        scene.Home(at, Side.Buy, 980);
        scene.Home(at, Side.Sell, 1020);
        ExternalBoth(scene, at);
    }

    static void ExternalBoth(EloScene scene, double at)
    {
        scene.External(at, Side.Buy, 970);
        scene.External(at, Side.Sell, 1030);
    }
}
