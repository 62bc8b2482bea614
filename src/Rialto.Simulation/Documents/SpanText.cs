using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>A span of time as scenarios and commands write it, with its unit: <c>500ms</c>.</summary>
public static class SpanText
{
    /// <param name="text">The span.</param>
    /// <param name="source">What messages call the place where it stands.</param>
    /// <exception cref="ScenarioException">It is none.</exception>
    public static Duration Read(string text, string source) =>
        Values.Span(new ScalarNode(new Place(source, 0, 0), text));
}
