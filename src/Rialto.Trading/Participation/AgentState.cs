namespace Rialto.Trading;

/// <summary>What a state value counts, so that whoever writes it can choose the unit.</summary>
public enum StateUnit : byte { Count, Price, Cash, Nanoseconds, Real }

/// <summary>One named value of an agent's state. No value is no value, not zero.</summary>
public readonly record struct StateValue
{
    StateValue(string name, StateUnit unit, long integer, double real, bool isPresent) =>
        (Name, Unit, Integer, Real, IsPresent) = (name, unit, integer, real, isPresent);

    public string Name { get; }
    public StateUnit Unit { get; }

    /// <summary>The value, unless the unit is <see cref="StateUnit.Real"/>.</summary>
    public long Integer { get; }

    public double Real { get; }
    public bool IsPresent { get; }

    public static StateValue Of(string name, long count) => new(name, StateUnit.Count, count, 0, true);
    public static StateValue Of(string name, long? count) => new(name, StateUnit.Count, count ?? 0, 0, count.HasValue);
    public static StateValue Of(string name, Price? price) =>
        new(name, StateUnit.Price, price?.Ticks ?? 0, 0, price.HasValue);
    public static StateValue Of(string name, Cash cash) => new(name, StateUnit.Cash, cash.Units, 0, true);
    public static StateValue Of(string name, Duration span) =>
        new(name, StateUnit.Nanoseconds, span.Nanoseconds, 0, true);
    public static StateValue Of(string name, double real) => new(name, StateUnit.Real, 0, real, true);
}

/// <summary>What an agent says of itself at an instant, and what made it say so.</summary>
/// <param name="At">When.</param>
/// <param name="Participant">Who.</param>
/// <param name="Home">What it trades: its prices are those of this listing's instrument.</param>
/// <param name="Trigger">What made it say so.</param>
/// <param name="Values">What it says; nobody changes the list afterwards.</param>
public sealed record AgentState(
    Timestamp At, ParticipantId Participant, Listing Home, string Trigger, IReadOnlyList<StateValue> Values);
