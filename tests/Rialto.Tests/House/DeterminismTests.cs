using System.Reflection;
using Rialto.Tests.House.Offences;

namespace Rialto.Tests.House;

/// <summary>Same seed, same bytes: read from what was compiled in the projects that make a market's results.</summary>
public sealed class DeterminismTests
{
    static readonly string[] Deterministic =
        ["Rialto.Trading", "Rialto.Matching", "Rialto.Agents", "Rialto.Journal", "Rialto.Markets"];

    static readonly Lazy<IReadOnlyList<MemberUse>> OwnUses = new(() =>
        MemberUses.Of(typeof(DeterminismTests).Assembly.Location));

    public static TheoryData<string> Projects => [.. Deterministic.Where(HouseAssembly.Projects.Contains)];

    public static TheoryData<string> Offences =>
    [
        .. typeof(Offender).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Select(method => method.Name)
            .Order(StringComparer.Ordinal),
    ];

    [Theory, MemberData(nameof(Projects))]
    public void Nothing_in_a_market_depends_on_the_machine(string project)
    {
        IReadOnlyList<MemberUse> uses = MemberUses.Of(HouseAssembly.PathOf(project));

        HouseRule.Holds(OffencesIn(uses));
    }

    [Theory, MemberData(nameof(Offences))]
    public void Every_offence_is_found(string method)
    {
        // A lambda or a state machine is a type of its own, whose name holds that of its method in angle brackets.
        string inside = $"<{method}>";
        IEnumerable<MemberUse> uses = OwnUses.Value.Where(use =>
            use.CallingType.StartsWith(typeof(Offender).FullName!, StringComparison.Ordinal)
            && (use.CallingMethod == method || use.CallingMethod.Contains(inside, StringComparison.Ordinal)
                || use.CallingType.Contains(inside, StringComparison.Ordinal)));

        Assert.NotEmpty(OffencesIn(uses));
    }

    [Fact]
    public void An_offence_names_the_place_the_member_and_what_to_use_instead()
    {
        IEnumerable<MemberUse> uses = OwnUses.Value.Where(use =>
            use.CallingType == typeof(Offender).FullName && use.CallingMethod == nameof(Offender.Exponential));

        Assert.Equal(
            ["Rialto.Tests: Rialto.Tests.House.Offences.Offender.Exponential uses System.Math.Exp: "
                + "the last bits differ between machines; use BitStable, or IEEE basic operations and the square root"],
            OffencesIn(uses));
    }

    [Fact]
    public void A_field_is_a_place_too()
    {
        IEnumerable<MemberUse> uses = OwnUses.Value.Where(use =>
            use.CallingType == typeof(Offender).FullName && use.CallingMethod.Length == 0);

        Assert.Contains(OffencesIn(uses), offence => offence.Contains("Dictionary`2", StringComparison.Ordinal));
    }

    [Fact]
    public void Ordinary_code_and_what_the_compiler_writes_are_allowed()
    {
        IEnumerable<MemberUse> uses = OwnUses.Value.Where(use =>
            use.CallingType.StartsWith(typeof(Innocent).FullName!, StringComparison.Ordinal));

        Assert.NotEmpty(uses);
        HouseRule.Holds(OffencesIn(uses));
    }

    static IEnumerable<string> OffencesIn(IEnumerable<MemberUse> uses) =>
        from use in uses
        let advice = DeterminismRules.Advice(use)
        where advice is not null
        select $"{use}: {advice}";
}
