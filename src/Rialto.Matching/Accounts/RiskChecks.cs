using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>Who has limits in a market, and by which prices they are measured.</summary>
/// <remarks>
/// A request is checked twice: what it says of itself when it comes (<see cref="RiskAccount.Check"/>), and what its
/// order may lead to when the account is asked for it (<see cref="RiskAccount.CheckExposure"/>), which for a
/// replacement is after the old order has given way. O(1), but for margin, which looks at every instrument.
/// </remarks>
sealed class RiskChecks
{
    /// <summary>By participant; null for those without limits.</summary>
    readonly RiskAccount?[] _accounts;
    readonly Clearing _clearing;
    readonly Price?[] _marks;

    /// <summary>Null if nobody has a limit of loss.</summary>
    readonly Gains? _gains;

    /// <param name="directory">Who takes part, and with what they began.</param>
    /// <param name="clearing">Their accounts.</param>
    /// <param name="limits">By participant; null, or none at the end, for those without.</param>
    public RiskChecks(MarketDirectory directory, Clearing clearing, IReadOnlyList<RiskLimits?> limits)
    {
        _clearing = clearing;
        _marks = new Price?[directory.Instruments.Count];
        _gains = limits.Any(limit => limit?.Loss is not null) ? new Gains(directory, clearing) : null;
        _accounts = new RiskAccount?[directory.Participants.Count];
        for (int p = 0; p < limits.Count; p++)
            _accounts[p] = limits[p] is { } limited ? new RiskAccount(p, limited, clearing, _marks, _gains) : null;
    }

    /// <summary>Null for a participant without limits.</summary>
    public RiskAccount? this[ParticipantId participant] => _accounts[participant.Value];

    public void Stop(ParticipantId participant) =>
        (_accounts[participant.Value] ??= new RiskAccount(participant.Value, new RiskLimits(), _clearing, _marks, null))
            .Stop();

    public void OnTrade(InstrumentId instrument, Price price)
    {
        _marks[instrument.Value] = price;
        _gains?.OnTrade(instrument, price);
    }
}
