using System.Globalization;

namespace Rialto.Tests.House.Offences;

/// <summary>What must not be taken for an offence: ordinary code, and what the compiler writes.</summary>
sealed record Innocent(string Name, double Weight, IReadOnlyList<int> Places)
{
    readonly List<int> _list = [];
    readonly PriorityQueue<int, long> _queue = new();

    public event Action? Happened;

    public IEnumerable<int> Numbers()
    {
        foreach (int place in _list)
            yield return place;
        Happened?.Invoke();
    }

    public double Root(double x) => Math.Sqrt(Math.Abs(Math.Floor(x))) + Math.Clamp(x, 0, 1);

    public string Text() =>
        Weight.ToString(CultureInfo.InvariantCulture) + _queue.Count.ToString(CultureInfo.InvariantCulture);

    public int Choice(string word) =>
        word switch { "a" => 1, "b" => 2, "c" => 3, "d" => 4, "e" => 5, "f" => 6, "g" => 7, _ => 0 };

    public IReadOnlyList<int> Three() => [1, 2, _list.Count];
}
