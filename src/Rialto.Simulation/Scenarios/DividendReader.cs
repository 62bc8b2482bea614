using Rialto.Markets;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>Reads the dividends of an instrument.</summary>
static class DividendReader
{
    /// <summary>Reads how often and what is paid.</summary>
    /// <returns>Draws them for a run.</returns>
    public static Func<ulong, DividendSchedule> Read(Node node, Instrument instrument, Timestamp horizon)
    {
        Section section = new(node, "the length of a period and what may be paid");
        Node period = section.Require("every", "the length of a period, for example 4 min");
        Duration every = Values.PositiveSpan(period);
        long most = horizon.Nanoseconds / every.Nanoseconds;
        if (most is 0 or > 1_000_000)
            throw new ScenarioException(period, "from one to a million periods fit into a run.");

        int periods = section.Find("periods") is { } count ? (int)Values.Integer(count, 1, most) : (int)most;
        Node listed = section.Require("amounts", "a list of dividends, each equally likely");
        Ticks[] amounts = [.. Values.Items(listed, "a list of dividends").Select(amount => Amount(amount, instrument))];
        if (amounts.Length == 0)
            throw new ScenarioException(listed, "expected at least one dividend.");

        Ticks redemption = section.Find("redemption") is { } final ? Amount(final, instrument) : default;
        section.End();
        return seed => new DividendSchedule(
            every, periods, amounts, redemption, new RandomStream(seed, $"values/{instrument.Symbol}/dividends"));
    }

    static Ticks Amount(Node node, Instrument instrument)
    {
        long ticks = Values.WholeTicks(node, instrument);
        return ticks >= 0 ? new Ticks(ticks) : throw new ScenarioException(node, "a dividend is zero or more.");
    }
}
