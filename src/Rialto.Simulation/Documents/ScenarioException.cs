namespace Rialto.Simulation;

/// <summary>A scenario that cannot be run, and where it says so: one line for its author.</summary>
public sealed class ScenarioException : Exception
{
    public ScenarioException(string message) : base(message) { }

    /// <param name="node">Where the trouble is.</param>
    /// <param name="message">What was found, what was expected, what to do.</param>
    public ScenarioException(Node node, string message) : base($"{node.Place}: {message}") { }
}
