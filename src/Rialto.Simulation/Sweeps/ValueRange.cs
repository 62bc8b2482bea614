using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>Values between two ends: <c>{ from: 100 ms, to: 2 s, steps: 5, scale: log, round: 10 ms }</c>.</summary>
sealed class ValueRange
{
    readonly WrittenNumber _from;
    readonly double _to;
    readonly double _grain;

    /// <summary>
    /// Reads the ends, the scale and the rounding; how many values there are is for somebody else to read.
    /// </summary>
    public ValueRange(Section section)
    {
        Place = section.Node;
        Node to = section.Require("to", "where the range ends, for example 2 s");
        _from = Read(section.Require("from", "where the range begins, for example 100 ms"));
        _to = InUnitOfFrom(to);
        IsLogarithmic = section.Find("scale") is { } scale
            && Values.Choice<bool>(scale, ("linear", false), ("log", true));
        if (_to <= _from.Count)
        {
            throw new ScenarioException(
                to, $"the range ends at {Values.Text(to)}, expected more than {_from}, where it begins.");
        }

        if (IsLogarithmic && _from.Count <= 0)
            throw new ScenarioException(Place, "a range with scale: log must begin above zero.");

        if (section.Find("round") is not { } round)
            return;

        _grain = InUnitOfFrom(round);
        if (_grain <= 0)
        {
            throw new ScenarioException(
                round, $"found {round.Kind}, expected what the values shall be multiples of, above zero.");
        }
    }

    public Node Place { get; }

    public bool IsLogarithmic { get; }

    /// <summary>What <see cref="NumberAt"/> is counted in; empty if it has no unit.</summary>
    public string Unit => _from.CommonUnit;

    /// <summary>The value at a share of the range, as exactly as a scenario can have it.</summary>
    /// <param name="share">From 0, where it begins, to 1, where it ends.</param>
    public ScalarNode At(double share) => Node(CountAt(share));

    /// <summary>
    /// The value at a share of the range in few digits, for people to read: five of how far it is from the beginning.
    /// </summary>
    public ScalarNode Near(double share) => Node(
        share is 0 or 1 ? CountAt(share)
        : IsLogarithmic ? WrittenNumber.Rounded(CountAt(share), 5)
        : _from.Count + WrittenNumber.Rounded(share * (_to - _from.Count), 5));

    /// <summary>
    /// The value at a share of the range in the common unit, not rounded; a share may lie a little outside.
    /// </summary>
    public double NumberAt(double share) => CountAt(share) * _from.Factor;

    /// <summary>At which share of the range a value lies.</summary>
    public double ShareOf(Node node)
    {
        double count = InUnitOfFrom(node);
        double share = IsLogarithmic
            ? BitStable.Log(Math.Max(count, double.Epsilon) / _from.Count) / BitStable.Log(_to / _from.Count)
            : (count - _from.Count) / (_to - _from.Count);
        return share is >= 0 and <= 1
            ? share
            : throw new ScenarioException(
                node, $"found {node.Kind}, expected a value between {_from} and {_from with { Count = _to }}.");
    }

    /// <summary>So many values, both ends among them.</summary>
    public IReadOnlyList<Node> Grid(int steps) =>
        [.. Enumerable.Range(0, steps).Select(i => Near((double)i / (steps - 1)))];

    /// <summary>All values that lie whole steps from the beginning, and not behind the end.</summary>
    public IReadOnlyList<Node> Grid(Node step)
    {
        double width = InUnitOfFrom(step);
        double count = Math.Floor(((_to - _from.Count) / width) + 1e-9) + 1;
        if (width <= 0 || count > Sweep.MostCells)
        {
            throw new ScenarioException(
                step, $"found {step.Kind}, expected the distance of two values, at most {Sweep.MostCells} of them.");
        }

        return [.. Enumerable.Range(0, (int)count)
            .Select(i => new ScalarNode(Place.Place, (_from with { Count = _from.Count + (i * width) }).ToString()))];
    }

    ScalarNode Node(double count) => new(
        Place.Place, (_from with { Count = _grain > 0 ? Math.Round(count / _grain) * _grain : count }).ToString());

    double CountAt(double share) => IsLogarithmic
        ? BitStable.Exp(BitStable.Log(_from.Count) + (share * (BitStable.Log(_to) - BitStable.Log(_from.Count))))
        : _from.Count + (share * (_to - _from.Count));

    double InUnitOfFrom(Node node)
    {
        WrittenNumber number = Read(node);
        return number.CommonUnit == _from.CommonUnit
            ? number.Unit == _from.Unit ? number.Count : number.Number / _from.Factor
            : throw new ScenarioException(
                node, $"found {node.Kind}, expected the unit of {_from}, where the range begins.");
    }

    static WrittenNumber Read(Node node) =>
        WrittenNumber.TryRead(Values.Text(node)) ?? throw Values.Wrong(node, "a number, with its unit if it has one");
}
