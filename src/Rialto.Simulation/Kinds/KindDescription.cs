namespace Rialto.Simulation;

/// <summary>What a kind of agents is, for those who choose one.</summary>
/// <param name="Name">As scenarios ask for it.</param>
/// <param name="Type">Its class.</param>
/// <param name="Summary">In a sentence or two, in Markdown.</param>
/// <param name="Remarks">Paragraphs on how it decides, and its source.</param>
/// <param name="Parameters">
/// The keys of its section, in the order of the class's parameters; parts of a record follow it.
/// </param>
public sealed record KindDescription(
    string Name, Type Type, string Summary, IReadOnlyList<string> Remarks,
    IReadOnlyList<ParameterDescription> Parameters)
{
    /// <summary>The first sentence of the summary.</summary>
    public string Line
    {
        get
        {
            int end = Summary.IndexOf(". ", StringComparison.Ordinal);
            return end < 0 ? Summary : Summary[..(end + 1)];
        }
    }
}

/// <summary>A key of a kind of agents.</summary>
/// <param name="Key">
/// In kebab-case; <c>placement.range</c> for a part of a record, <c>orders[].time</c> for one in a list.
/// </param>
/// <param name="Kind">What may be written: <c>time</c>, <c>rate</c>, <c>currency</c>, …</param>
/// <param name="Default">What holds if it is left out; null if it must be given.</param>
/// <param name="Summary">What it means, in Markdown; empty if the class does not say.</param>
public sealed record ParameterDescription(string Key, string Kind, string? Default, string Summary);
