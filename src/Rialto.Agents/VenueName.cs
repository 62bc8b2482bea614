namespace Rialto.Agents;

/// <summary>The name of a venue of the market. A scenario that gives another name is refused when it is read.</summary>
public readonly record struct VenueName(string Value)
{
    public override string ToString() => Value;
}
