using Rialto.Markets;
using Rialto.Simulation;
using Rialto.Trading;

namespace Rialto.Verification;

/// <summary>Money and stocks are neither made nor lost, to the unit, at any time.</summary>
sealed class Conservation(params IReadOnlyList<string> changes) : Check
{
    const int Traders = 100;

    readonly ReferenceScenario _scenario = new("random-traders", changes);

    public Conservation()
        : this([])
    {
    }

    public override string Name => "conservation";

    public override string Source =>
        "Corwinpro/async_exchange, demos/run_session.py: 100 traders with 300 of money and 10 stocks each";

    public override string Method =>
        "Random traders for a minute, looked at every 10 ms; the largest deviation of what all of them own together.";

    public override string Mechanism => "what one pays another gets; broken: takers pay a fee, which the house keeps";

    public override IReadOnlyList<Claim> Claims { get; } =
    [
        new("money made or lost", 0, 0, "exact"),
        new("stocks made or lost", 0, 0, "exact"),
        new("traders in debt", 0, 0, "exact: orders are cut to what an account can carry"),
    ];

    public override Check Broken => new Conservation("venues.exchange.fees.taker=1 / lot");

    public override int Replications(Effort effort) => effort == Effort.Quick ? 4 : 40;

    public override IReadOnlyList<double> Observe(ulong seed)
    {
        SimulationRun run = _scenario.Begin(seed);
        double money = 0;
        double stocks = 0;
        double debt = 0;
        for (Timestamp at = Timestamp.Zero; at <= run.End; at += Duration.FromMilliseconds(10))
        {
            run.Market.RunUntil(at);
            Account[] accounts = [.. Enumerable.Range(0, Traders).Select(trader => Of(run.Market, new(trader)))];
            money = Math.Max(money, Math.Abs(accounts.Sum(account => account.Cash) - 30_000));
            stocks = Math.Max(stocks, Math.Abs(accounts.Sum(account => account.Stocks) - 1_000));
            debt = Math.Max(debt, accounts.Count(account => account.Cash < 0 || account.Stocks < 0));
        }

        return [money, stocks, debt];
    }

    static Account Of(Market market, ParticipantId trader) =>
        new(market.CashOf(trader).Units, market.InventoryOf(trader, default));

    readonly record struct Account(long Cash, long Stocks);
}
