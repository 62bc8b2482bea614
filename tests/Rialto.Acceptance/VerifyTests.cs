using System.Text.Json.Nodes;

namespace Rialto.Acceptance;

/// <summary>The literature as a test suite, as a user runs it.</summary>
public sealed class VerifyTests
{
    [Fact]
    public void What_was_published_comes_out()
    {
        JsonNode[] results = ResultsOf(Command.Rialto("verify", "--quick", "--json").Succeed());

        string[] keys = ["name", "source", "published", "observed", "low", "high", "tolerance", "pass"];
        Assert.All(results, result => Assert.Empty(keys.Except(result.AsObject().Select(pair => pair.Key))));
        Assert.All(results, result => Assert.True(result["pass"]!.GetValue<bool>(), result.ToJsonString()));
    }

    [Fact]
    public void A_check_whose_mechanism_is_broken_fails()
    {
        // Each of them: the command ends with 0 only then.
        JsonNode[] results = ResultsOf(Command.Rialto("verify", "--quick", "--broken", "--json").Succeed());

        Assert.Contains(results, result => !result["pass"]!.GetValue<bool>());
    }

    [Fact]
    public void A_check_that_does_not_exist_is_told() =>
        Assert.Equal(
            "rialto: there is no check 'zero-inteligence-scaling'; did you mean 'zero-intelligence-scaling'?",
            Command.Rialto("verify", "zero-inteligence-scaling").Run().Complaint);

    static JsonNode[] ResultsOf(Outcome outcome) =>
        [.. JsonNode.Parse(outcome.Output)!.AsArray().Select(result => result!)];
}
