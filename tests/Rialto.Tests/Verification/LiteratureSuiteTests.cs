using Rialto.Tests.House;
using Rialto.Verification;

namespace Rialto.Tests.Verification;

/// <summary>How replications become results.</summary>
public sealed class LiteratureSuiteTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Results_do_not_depend_on_how_many_threads_there_are(int threads)
    {
        IReadOnlyList<CheckResult> results = LiteratureSuite.Run([new Seeds(0), new Seeds(0.5)], Effort.Quick, threads);

        Assert.Equal(
            ["seeds: mean", "seeds: square", "seeds: mean", "seeds: square"], results.Select(result => result.Name));
        Assert.Equal([2.5, 7.5, 3, 7.5], results.Select(result => result.Observed.Mean));
    }

    [Fact]
    public void A_result_passes_if_its_whole_interval_lies_within_the_tolerance()
    {
        // Seeds 1 to 4: mean 2.5, standard error 0.6455, Student's t 3.18.
        Assert.True(ResultOf(new Seeds(0), tolerance: 2.1).Passes);
        Assert.False(ResultOf(new Seeds(0), tolerance: 2).Passes);
        Assert.False(ResultOf(new Seeds(0.2), tolerance: 2.1).Passes);
        Assert.False(ResultOf(new Seeds(double.NaN), tolerance: 100).Passes);
    }

    [Theory]
    [InlineData(1, 12.706)]
    [InlineData(2, 4.303)]
    [InlineData(3, 3.182)]
    [InlineData(9, 2.262)]
    [InlineData(29, 2.045)]
    [InlineData(1000, 1.962)]
    public void The_interval_uses_Students_quantiles(int freedom, double quantile) =>
        Assert.Equal(quantile, ConfidenceInterval.StudentQuantile(freedom), 0.03);

    [Fact]
    public void Every_check_says_what_it_checks_and_why_so_closely()
    {
        Assert.Equal(Literature.Checks.Count, Literature.Checks.Select(check => check.Name).Distinct().Count());
        Assert.All(Literature.Checks, check =>
        {
            Assert.Matches("^[a-z][a-z0-9-]*$", check.Name);
            Assert.All(new[] { check.Source, check.Method, check.Mechanism }, text =>
                Assert.True(text.Length > 10, text));
            Assert.NotEmpty(check.Claims);
            Assert.All(check.Claims, claim =>
                Assert.True(claim.Tolerance >= 0 && claim.Reason.Length > 4, claim.Quantity));
            Assert.InRange(check.Replications(Effort.Quick), 1, check.Replications(Effort.Full));
            Assert.Equal(
                check.Claims.Select(claim => claim.Quantity), check.Broken.Claims.Select(claim => claim.Quantity));
        });
    }

    [Fact]
    public void The_document_tells_of_every_check()
    {
        string document = File.ReadAllText(Repository.PathOf("docs/verification.md"));

        Assert.All(Literature.Checks, check => Assert.Contains(
            $"| `{check.Name}`: {check.Source} | {check.Method} | {check.Mechanism} |", document,
            StringComparison.Ordinal));
    }

    static CheckResult ResultOf(Seeds seeds, double tolerance)
    {
        seeds.Tolerance = tolerance;
        return LiteratureSuite.Run([seeds], Effort.Quick, threads: 1)[0];
    }

    /// <summary>A check whose market is its seed.</summary>
    sealed class Seeds(double shift) : Check
    {
        public double Tolerance { get; set; }

        public override string Name => "seeds";

        public override string Source => "nobody";

        public override string Method => "looks at the seed";

        public override string Mechanism => "none";

        public override IReadOnlyList<Claim> Claims =>
            [new("mean", 2.5, Tolerance, "any"), new("square", 7.5, 1, "any")];

        public override Check Broken => new Seeds(shift + 1);

        public override int Replications(Effort effort) => 4;

        public override IReadOnlyList<double> Observe(ulong seed) => [seed + shift, seed * seed];
    }
}
