using System.Diagnostics.CodeAnalysis;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>
/// What is still to be done to a market from outside, by time, and at one time in the order in which it was planned.
/// </summary>
sealed class PlannedInterventions
{
    readonly List<Intervention> _planned = [];
    int _next;

    public PlannedInterventions(IReadOnlyList<Intervention> planned)
    {
        foreach (Intervention intervention in planned)
            Add(intervention);
    }

    public Timestamp? NextDue => _next < _planned.Count ? _planned[_next].At : null;

    public void Add(Intervention intervention)
    {
        int place = _planned.Count;
        while (place > _next && _planned[place - 1].At > intervention.At)
            place--;

        _planned.Insert(place, intervention);
    }

    public void ForgetUntil(Timestamp time)
    {
        while (_next < _planned.Count && _planned[_next].At <= time)
            _next++;
    }

    /// <summary>The next one, if it is due at or before a time.</summary>
    public bool TryTake(Timestamp until, [NotNullWhen(true)] out Intervention? next)
    {
        bool isDue = _next < _planned.Count && _planned[_next].At <= until;
        next = isDue ? _planned[_next++] : null;
        return isDue;
    }
}
