namespace Rialto.Agents;

/// <summary>
/// The name under which scenarios ask for agents of this class. Without it, the class name in kebab-case is.
/// </summary>
/// <remarks>The parameters of the class's only public constructor are the keys of its section.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PopulationAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
