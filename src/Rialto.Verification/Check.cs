namespace Rialto.Verification;

/// <summary>A published result, and how to see it in the product.</summary>
/// <remarks>
/// A check runs markets as any user can: scenarios, institutions, agents. It is a fixed number of replications, each
/// with a seed of its own; one replication observes every claim once. So the replications of all checks can run at the
/// same time, each on one thread, and the result does not depend on how many there are.
/// </remarks>
public abstract class Check
{
    /// <summary>In kebab-case, for example <c>zero-intelligence-scaling</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The publication.</summary>
    public abstract string Source { get; }

    /// <summary>What is run, and what is looked at, in a sentence or two.</summary>
    public abstract string Method { get; }

    /// <summary>What is broken in <see cref="Broken"/>: without it, the result must not come out.</summary>
    public abstract string Mechanism { get; }

    /// <summary>The published numbers.</summary>
    public abstract IReadOnlyList<Claim> Claims { get; }

    /// <summary>
    /// The same check with its mechanism broken on purpose. It must fail, or the check proves nothing.
    /// </summary>
    public abstract Check Broken { get; }

    public abstract int Replications(Effort effort);

    /// <summary>
    /// One replication: what is observed for each claim, in their order. Called from several threads at once.
    /// </summary>
    /// <param name="seed">Different in every replication.</param>
    public abstract IReadOnlyList<double> Observe(ulong seed);
}

/// <summary>How much is run.</summary>
public enum Effort : byte
{
    /// <summary>All checks in less than a minute.</summary>
    Quick,

    /// <summary>All checks in less than ten.</summary>
    Full,
}

/// <summary>A number that was published.</summary>
/// <param name="Quantity">What it is the value of, with its parameters.</param>
/// <param name="Published">The number.</param>
/// <param name="Tolerance">How far the interval around ours may reach from it; zero where the result is exact.</param>
/// <param name="Reason">Why that far.</param>
public sealed record Claim(string Quantity, double Published, double Tolerance, string Reason);
