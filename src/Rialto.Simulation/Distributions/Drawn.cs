using System.Reflection;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>A parameter, or a part of one, that each agent draws for itself.</summary>
abstract class Drawn
{
    /// <summary>What one agent gets.</summary>
    public abstract object? For(AgentDraws draws);

    /// <summary>The value itself, or the agent's own if it is drawn.</summary>
    public static object? Resolve(object? argument, AgentDraws draws) =>
        argument is Drawn drawn ? drawn.For(draws) : argument;
}

/// <summary>A single value that is drawn.</summary>
/// <param name="key">Names its stream: the parameter's key, and those it lies in.</param>
/// <param name="draw">From a distribution.</param>
sealed class DrawnValue(string key, Func<RandomStream, object> draw) : Drawn
{
    public override object For(AgentDraws draws) => draw(draws.For(key));
}

/// <summary>A record some of whose parts are drawn.</summary>
sealed class DrawnRecord(
    Type type, object?[] arguments, IReadOnlyList<(PropertyInfo Property, object? Value, Node Node)> properties,
    Node node) : Drawn
{
    public override object For(AgentDraws draws) => ParameterBinder.Construct(
        type,
        [.. arguments.Select(argument => Resolve(argument, draws))],
        [.. properties.Select(part => (part.Property, Resolve(part.Value, draws), part.Node))],
        node);
}

/// <summary>A list some of whose items are drawn.</summary>
sealed class DrawnList(Type item, object?[] items) : Drawn
{
    public override object For(AgentDraws draws)
    {
        Array list = Array.CreateInstance(item, items.Length);
        for (int i = 0; i < items.Length; i++)
            list.SetValue(Resolve(items[i], draws), i);

        return list;
    }
}
