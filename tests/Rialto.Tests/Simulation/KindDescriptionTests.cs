using Rialto.Agents;
using Rialto.Simulation;
using Rialto.Trading;

namespace Rialto.Tests.Simulation;

/// <summary>Kinds of agents are described from their classes and the comments there.</summary>
public sealed class KindDescriptionTests
{
    [Fact]
    public void Keys_types_and_defaults_are_those_of_the_constructor()
    {
        KindDescription kind = Read("described-agent");

        Assert.Equal(typeof(DescribedAgent), kind.Type);
        Assert.Equal(
            """
            pause | time | required | How long it waits; see `Rate`.
            most | whole number | 5 | How much it takes at once.
            mood | `very-calm`, `restless` | restless |
            plan | list of mappings, or a .csv file | none | What it will do, after `pause`.
            plan[].at | time | required |
            plan[].price | currency | required |
            plan[].mood | `very-calm`, `restless` | restless |
            placement | mapping | none | Where.
            placement.range | currency | required | The greatest distance.
            placement.law | `uniform`, `exponential`, `power-law` | uniform | How probable each distance up to it is.
            placement.scale | number | 1 | Of the exponential law, its mean in ticks before it is cut off; of the power law, its exponent.
            """.Split('\n'),
            kind.Parameters.Select(RowOf));
    }

    static string RowOf(ParameterDescription parameter) =>
        $"{parameter.Key} | {parameter.Kind} | {parameter.Default ?? "required"} | {parameter.Summary}".TrimEnd();

    [Fact]
    public void Summary_and_remarks_are_paragraphs_of_markdown()
    {
        KindDescription kind = Read("described-agent");

        Assert.Equal("Does nothing. At length.", kind.Summary);
        Assert.Equal("Does nothing.", kind.Line);
        Assert.Equal(
            ["First, with `pause` and `code`, goes on.", "Second.", "- one", "- two", "Source: nobody, 1999."],
            kind.Remarks);
    }

    [Fact]
    public void The_parts_of_settings_are_keys_of_the_section_itself() => Assert.Equal(
        [("most", "lots", null), ("pause", "time", "7 ms")],
        Read("every-parameter").Parameters.Take(2).Select(parameter =>
            (parameter.Key, parameter.Kind, parameter.Default)));

    static KindDescription Read(string name)
    {
        AgentKinds kinds = new();
        kinds.Add(typeof(DescribedAgent).Assembly);
        return new KindReader(kinds).Read(name);
    }
}

/// <summary>Does nothing. At length.</summary>
/// <remarks>
/// First, with <paramref name="pause"/> and <c>code</c>,
/// goes on.
/// <para>Second.</para>
/// <list type="bullet">
/// <item>one</item>
/// <item>two</item>
/// </list>
/// Source: nobody, 1999.
/// </remarks>
/// <param name="number">Is not a key.</param>
/// <param name="pause">How long it waits; see <see cref="Rate"/>.</param>
/// <param name="most">How much it takes at once.</param>
/// <param name="mood"></param>
/// <param name="plan">What it will do, after <paramref name="pause"/>.</param>
/// <param name="placement">Where.</param>
public sealed class DescribedAgent(
    AgentNumber number, Duration pause, int most = 5, Mood mood = Mood.Restless, IReadOnlyList<PlanItem>? plan = null,
    LimitPlacement? placement = null) : Agent
{
    public string Shown => $"{number.Value} {pause} {most} {mood} {plan?.Count} {placement}";

    protected override AgentTask TradeAsync(IMarketAccess market) => default;
}
