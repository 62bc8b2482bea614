namespace Rialto.Analysis;

/// <summary>The x axis of a panel: where the values of a parameter lie, and how they are labelled.</summary>
/// <remarks>
/// Numbers lie to scale, by ratios where they were spaced so or span more than one and a half decades; words lie side
/// by side.
/// </remarks>
sealed class ParameterAxis
{
    const double LeastRatio = 30;
    const int MostNamed = 12;

    readonly double[] _places;

    public ParameterAxis(SweepTable table, int parameter)
    {
        SweptParameter swept = table.Parameters[parameter];
        SweptValue[] values = [.. table.Cells.Select(cell => cell.Values[parameter])];
        Levels = [.. values.Distinct()];
        IsNumeric = values.All(value => value.Number.HasValue);
        IsLogarithmic = IsNumeric && values.Min(value => value.Number) > 0
            && (swept.IsLogarithmic
                || values.Max(value => value.Number) / values.Min(value => value.Number) > LeastRatio);
        _places = [.. Levels.Select((value, i) => IsNumeric ? Scaled(value.Number!.Value) : i)];

        double low = _places.Min();
        double high = _places.Max();
        double room = IsNumeric ? Math.Max((high - low) * 0.06, high > low ? 0 : 0.5) : 0.5;
        Axis = swept.IsSampled || Levels.Count > MostNamed
            ? new(low - room, high + room, count => OfNumbers(low, high, count, swept.Unit))
            : new(low - room, high + room, Named) { LabelGap = 8 };
    }

    /// <summary>The different values, in the order of the sweep.</summary>
    public IReadOnlyList<SweptValue> Levels { get; }

    public bool IsNumeric { get; }

    public bool IsLogarithmic { get; }

    public Axis Axis { get; }

    /// <summary>Where a value lies on the axis.</summary>
    public double PlaceOf(SweptValue value) => IsNumeric ? Scaled(value.Number!.Value) : Levels.ToList().IndexOf(value);

    double Scaled(double number) => IsLogarithmic ? Math.Log10(number) : number;

    /// <summary>Every value by its own words, or every second, third, … where there is no room.</summary>
    List<Tick> Named(int count)
    {
        int[] order = [.. Enumerable.Range(0, Levels.Count).OrderBy(i => _places[i])];
        int stride = (order.Length + count - 1) / count;
        return [.. order.Where((_, place) => place % stride == 0).Select(i => new Tick(_places[i], Levels[i].Text))];
    }

    IReadOnlyList<Tick> OfNumbers(double low, double high, int count, string unit)
    {
        string suffix = unit.Length > 0 ? "\u2009" + unit : "";
        if (high <= low)
            return [new(low, NumberText.Significant(IsLogarithmic ? Math.Pow(10, low) : low) + suffix)];
        if (!IsLogarithmic)
        {
            double step = NiceSteps.Of(high - low, count);
            return [.. NiceSteps.Between(low, high, step).Select(at =>
                new Tick(at, NumberText.Of(at, NumberText.DecimalsOf(step)) + suffix))];
        }

        return LogAxis.Ticks(low, high, count, suffix);
    }
}
