using Rialto.Agents;
using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Verification;

/// <summary>
/// What each participant gains by its trades, counted against what the asset is worth at that moment. Unit: ticks ×
/// lots.
/// </summary>
sealed class GainsMeter(FundamentalValue value, int participants) : IMarketListener
{
    readonly long[] _gains = new long[participants];
    readonly long[] _executions = new long[participants];

    public long GainsOf(ParticipantId participant) => _gains[participant.Value];

    public long ExecutionsOf(ParticipantId participant) => _executions[participant.Value];

    public void OnStep(in Step step)
    {
        foreach (ref readonly MarketEvent happened in step.Events)
        {
            if (happened.Kind != EventKind.Executed)
                continue;

            long gain = happened.Side.Sign * (value.At(step.Input.At) - happened.Price).Count;
            _gains[happened.Participant.Value] += gain * happened.Quantity.Lots;
            _executions[happened.Participant.Value]++;
        }
    }
}
