using Rialto.Simulation;
using Rialto.Trading;

namespace Rialto.Verification;

/// <summary>
/// A dealer who is afraid of those who know more: where its first quotes stand, and that they are fair.
/// </summary>
/// <remarks>
/// Fair is observed: the mean value of the asset in those markets in which the first customer bought is the price at
/// which it bought. With prior ½ and a share a of informed customers ask − bid = a.
/// </remarks>
sealed class GlostenMilgrom(params IReadOnlyList<string> changes) : Check
{
    const int Games = 500;

    static readonly double[] Informed = [0.1, 0.2, 0.5];

    readonly ReferenceScenario[] _scenarios =
    [
        .. Informed.Select(share => new ReferenceScenario("glosten-milgrom",
        [
            "duration=30 s",
            FormattableString.Invariant($"agents.0.glosten-milgrom-dealers.informed={share}"),
            FormattableString.Invariant($"agents.1.customer-flows.informed={share}"),
            .. changes,
        ])),
    ];

    public GlostenMilgrom()
        : this([])
    {
    }

    public override string Name => "glosten-milgrom";

    public override string Source => "Glosten and Milgrom, J. Financial Economics 14(1), 1985";

    public override string Method =>
        "A dealer who learns from orders, and customers of whom a share know the value, in a continuous double "
            + "auction, many times.";

    public override string Mechanism =>
        "some customers know the value; broken: none does, and the dealer believes they do";

    public override IReadOnlyList<Claim> Claims { get; } =
    [
        .. Informed.Select(share => new Claim(
            FormattableString.Invariant($"first ask, informed {share}"), (1 + share) / 2, 0.0001, "a tick")),
        .. Informed.Select(share => new Claim(
            FormattableString.Invariant($"mean value if the first buys, informed {share}"), (1 + share) / 2, 0.025,
            "a mean over some thousand games")),
        .. Informed.Select(share => new Claim(
            FormattableString.Invariant($"dealer's gain per trade, informed {share}"), 0, 0.01, "nothing but chance")),
    ];

    public override Check Broken => new GlostenMilgrom("agents.1.customer-flows.informed=0");

    public override int Replications(Effort effort) => effort == Effort.Quick ? 20 : 200;

    public override IReadOnlyList<double> Observe(ulong seed)
    {
        (double Ask, double Value, double Gain)[] seen = [.. _scenarios.Select(scenario => Play(scenario, seed))];
        return [.. seen.Select(each => each.Ask), .. seen.Select(each => each.Value), .. seen.Select(each =>
            each.Gain)];
    }

    static (double Ask, double Value, double Gain) Play(ReferenceScenario scenario, ulong seed)
    {
        const double Unit = 10_000;
        double ask = 0;
        double worthIfBought = 0;
        int bought = 0;
        double gain = 0;
        long trades = 0;
        for (ulong game = 0; game < Games; game++)
        {
            SimulationRun run = scenario.Begin((seed * Games) + game);
            Agents.FundamentalValue value = run.Setup.Values[0]!;
            GainsMeter gains = new(value, 2);
            run.Market.Add(gains);
            run.Market.RunUntil(Timestamp.Zero);
            ask += run.Market.DisplayedBook(default).Best(Side.Sell)!.Value.Price.Ticks / Unit / Games;

            while (gains.ExecutionsOf(new(0)) == 0)
                run.Market.RunUntil(run.Market.NextDue!.Value);
            if (run.Market.InventoryOf(new(1), default) > 0)
            {
                bought++;
                worthIfBought += value.At(run.End).Ticks / Unit;
            }

            run.Market.RunUntil(run.End);
            gain += gains.GainsOf(new(0)) / Unit;
            trades += gains.ExecutionsOf(new(0));
        }

        return (ask, worthIfBought / bought, gain / trades);
    }
}
