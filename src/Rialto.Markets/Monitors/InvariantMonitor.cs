using Rialto.Journal;

namespace Rialto.Markets;

/// <summary>A rule that every step of a market keeps, whatever its agents do.</summary>
/// <remarks>
/// The rules hold by construction and by test; a monitor checks them in a run, from the events alone and not from the
/// state that made them. It changes nothing, and costs time. <see cref="MarketMonitors"/> switches all of them on.
/// </remarks>
public abstract class InvariantMonitor
{
    /// <summary>The rule, in words.</summary>
    public abstract string Rule { get; }

    /// <summary>Takes in a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="listing">Its listing, after the step.</param>
    /// <returns>What contradicts the rule; null if nothing does.</returns>
    public abstract string? Check(in Step step, MonitoredListing listing);

    /// <summary>
    /// Compares everything that is known with the market: costs time that grows with it, and is done now and then.
    /// </summary>
    /// <returns>What contradicts the rule; null if nothing does.</returns>
    public virtual string? CheckAll() => null;
}

/// <summary>A run that broke a rule that no market may break: it was stopped at the step that did.</summary>
public sealed class MonitorException(string message) : Exception(message);
