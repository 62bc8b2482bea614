using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>
/// Checks that every request gets exactly one terminal answer, and that a refusal is all that happens then.
/// </summary>
public sealed class AnswerMonitor : InvariantMonitor
{
    public override string Rule => "every request is answered once";

    public override string? Check(in Step step, MonitoredListing listing)
    {
        (int accepted, int replaced, int rejected, int canceled) = (0, 0, 0, 0);
        foreach (ref readonly MarketEvent happened in step.Events)
        {
            accepted += happened.Kind == EventKind.Accepted ? 1 : 0;
            replaced += happened.Kind == EventKind.Replaced ? 1 : 0;
            rejected += happened.Kind == EventKind.Rejected ? 1 : 0;
            canceled += happened.CancelReason is CancelReason.Requested or CancelReason.Replaced
                or CancelReason.Disconnected
                ? 1
                : 0;
        }

        if (listing.Answered is { } request)
            return CheckAnswer(step, request, accepted + replaced + rejected, canceled);

        bool isHeldUp = step.Input.Kind == InputKind.Request;
        return accepted + replaced > 0 || rejected != listing.RefusedAtClose || (isHeldUp && step.Events.Length > 0)
            ? $"{accepted + replaced + rejected} answer(s) without a request"
            : null;
    }

    static string? CheckAnswer(in Step step, in Request request, int answers, int canceled)
    {
        if (step.Events.Length == 0)
            return "there is no answer";

        ref readonly MarketEvent first = ref step.Events[0];
        bool isRefusal = first.Kind == EventKind.Rejected;
        bool isAnswered = isRefusal
            ? answers == 1 && step.Events.Length == 1
            : request.Kind switch
            {
                RequestKind.Enter => first.Kind == EventKind.Accepted && answers == 1,
                RequestKind.Replace =>
                    answers + canceled == 1
                        && (first.Kind == EventKind.Replaced || first.CancelReason == CancelReason.Replaced),
                RequestKind.Cancel => first.CancelReason == CancelReason.Requested && answers == 0 && canceled == 1,
                _ => first.CancelReason is CancelReason.Requested or CancelReason.Disconnected && answers == 0,
            };
        bool isNamed = first.Participant == request.Participant
            && (request.Kind is not (RequestKind.Enter or RequestKind.Replace)
                || first.Kind == EventKind.Canceled
                || first.Order == request.Order);
        return isAnswered && isNamed ? null : $"{answers} answer(s) and {canceled} cancel(s) to one request";
    }
}
