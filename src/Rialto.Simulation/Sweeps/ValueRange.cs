using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>Values between two ends: <c>{ from: 100 ms, to: 2 s, steps: 5, scale: log, round: 10 ms }</c>.</summary>
sealed class ValueRange
{
    readonly WrittenNumber _from;
    readonly double _to;
    readonly double _grain;

    /// <summary>Reads the ends, the scale and the rounding; how many values there are is for somebody else to read.</summary>
    public ValueRange(Section section)
    {
        Place = section.Node;
        Node to = section.Require("to", "where the range ends, for example 2 s");
        _from = Read(section.Require("from", "where the range begins, for example 100 ms"));
        _to = InUnitOfFrom(to);
        IsLogarithmic = section.Find("scale") is { } scale && Values.Choice<bool>(scale, ("linear", false), ("log", true));
        if (_to <= _from.Count)
            throw new ScenarioException(to, $"the range ends at {Values.Text(to)}, expected more than {_from}, where it begins.");
        if (IsLogarithmic && _from.Count <= 0)
            throw new ScenarioException(Place, "a range with scale: log must begin above zero.");

        if (section.Find("round") is not { } round)
            return;

        _grain = InUnitOfFrom(round);
        if (_grain <= 0)
            throw new ScenarioException(round, $"found {round.Kind}, expected what the values shall be multiples of, above zero.");
    }

    public Node Place { get; }

    public bool IsLogarithmic { get; }

    /// <summary>The value at a share of the range.</summary>
    /// <param name="share">From 0, where it begins, to 1, where it ends.</param>
    public ScalarNode At(double share)
    {
        double count = IsLogarithmic
            ? BitStable.Exp(BitStable.Log(_from.Count) + (share * (BitStable.Log(_to) - BitStable.Log(_from.Count))))
            : _from.Count + (share * (_to - _from.Count));
        if (_grain > 0)
            count = Math.Round(count / _grain) * _grain;

        return new ScalarNode(Place.Place, (_from with { Count = count }).ToString());
    }

    /// <summary>So many values, both ends among them.</summary>
    public IReadOnlyList<Node> Grid(int steps) => [.. Enumerable.Range(0, steps).Select(i => At((double)i / (steps - 1)))];

    /// <summary>All values that lie whole steps from the beginning, and not behind the end.</summary>
    public IReadOnlyList<Node> Grid(Node step)
    {
        double width = InUnitOfFrom(step);
        double count = Math.Floor(((_to - _from.Count) / width) + 1e-9) + 1;
        if (width <= 0 || count > Sweep.MostCells)
            throw new ScenarioException(step, $"found {step.Kind}, expected the distance of two values, at most {Sweep.MostCells} of them.");

        return [.. Enumerable.Range(0, (int)count)
            .Select(i => new ScalarNode(Place.Place, (_from with { Count = _from.Count + (i * width) }).ToString()))];
    }

    double InUnitOfFrom(Node node)
    {
        WrittenNumber number = Read(node);
        return number.CommonUnit == _from.CommonUnit
            ? number.Unit == _from.Unit ? number.Count : number.Number / _from.Factor
            : throw new ScenarioException(node, $"found {node.Kind}, expected the unit of {_from}, where the range begins.");
    }

    static WrittenNumber Read(Node node) =>
        WrittenNumber.TryRead(Values.Text(node)) ?? throw Values.Wrong(node, "a number, with its unit if it has one");
}
