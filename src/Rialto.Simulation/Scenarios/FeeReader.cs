using Rialto.Matching;

namespace Rialto.Simulation;

/// <summary>A venue's section <c>fees</c>, read before it is known what the unit of cash is.</summary>
sealed class FeeReader
{
    const string Expected = "a fee with its units, for example 0.003 / lot, 2 bp or 1 / lot + 0.01 %";

    readonly List<(long From, Written Maker, Written Taker, Written Auction)> _tiers = [];

    public FeeReader(Node node)
    {
        Section section = new(node, "the venue's fees");
        Add(section, 0, new Written(node, 0, 0), new Written(node, 0, 0), new Written(node, 0, 0));
        if (section.Find("tiers") is { } tiers)
        {
            foreach (Node item in Values.Items(tiers, "a list of tiers"))
                Add(item);
        }

        section.End();
    }

    /// <summary>The amounts of currency that must be whole numbers of cash units.</summary>
    public IEnumerable<decimal> Amounts =>
        _tiers.SelectMany(tier => (decimal[])[tier.Maker.PerLot, tier.Taker.PerLot, tier.Auction.PerLot]);

    /// <param name="cashUnit">In currency.</param>
    public FeeSchedule ToSchedule(decimal cashUnit) => new(
        [.. _tiers.Select(tier =>
            new FeeTier(tier.From, tier.Maker.In(cashUnit), tier.Taker.In(cashUnit), tier.Auction.In(cashUnit)))]);

    void Add(Node node)
    {
        Section section = new(node, "a tier of fees");
        Node from = section.Require("from", "the lots traded from which it holds");
        long lots = Values.Integer(from, _tiers[^1].From + 1);
        Add(section, lots, _tiers[^1].Maker, _tiers[^1].Taker, _tiers[^1].Auction);
        section.End();
    }

    /// <summary>What a tier does not name is as in the one before it.</summary>
    void Add(Section section, long from, Written maker, Written taker, Written auction) =>
        _tiers.Add((from, Read(section.Find("maker")) ?? maker, Read(section.Find("taker")) ?? taker,
            Read(section.Find("auction")) ?? auction));

    static Written? Read(Node? node)
    {
        if (node is null)
            return null;

        decimal? perLot = null;
        long? millionths = null;
        foreach (string part in Values.Text(node, Expected).Split('+', StringSplitOptions.TrimEntries))
        {
            bool isPerLot = part.Split('/', StringSplitOptions.TrimEntries) is [_, "lot"];
            if (isPerLot && perLot is null)
            {
                perLot = Values.Number(
                    new ScalarNode(node.Place, part[..part.IndexOf('/', StringComparison.Ordinal)].Trim()), Expected);
            }
            else if (!isPerLot && millionths is null)
                millionths = Values.Part(new ScalarNode(node.Place, part), Expected, -Fee.Whole, Fee.Whole);
            else
                throw Values.Wrong(node, Expected);
        }

        return new Written(node, perLot ?? 0, millionths ?? 0);
    }

    /// <summary>A fee as a scenario has it.</summary>
    readonly record struct Written(Node Node, decimal PerLot, long Millionths)
    {
        public Fee In(decimal cashUnit) => Math.Abs(PerLot) <= Fee.LargestPerLot * cashUnit
            ? new Fee((long)(PerLot / cashUnit), Millionths)
            : throw new ScenarioException(
                Node, $"a fee is at most {Fee.LargestPerLot} cash units of {Values.Plain(cashUnit)} per lot.");
    }
}
