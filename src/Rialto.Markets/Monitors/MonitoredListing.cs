using Rialto.Journal;
using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>
/// What is known of a listing from its rules and from its steps so far: shared by the monitors, kept by
/// <see cref="MarketMonitors"/>.
/// </summary>
public sealed class MonitoredListing
{
    readonly Queue<Request> _heldUp = new();
    readonly bool _hasBump;

    /// <param name="listing">Which one.</param>
    /// <param name="rules">Its rule of trading.</param>
    public MonitoredListing(Listing listing, InstitutionRules rules)
    {
        Listing = listing;
        _hasBump = rules is SpeedBumpRules;
        Rules = rules is SpeedBumpRules bump ? bump.Inner : rules;
        State = Rules is ScheduledRules { Schedule: not null } ? TradingState.Closed : TradingState.Continuous;
    }

    public Listing Listing { get; }

    /// <summary>The rule of trading, behind its speed bump if it has one.</summary>
    public InstitutionRules Rules { get; }

    /// <summary>After the step.</summary>
    public TradingState State { get; private set; }

    /// <summary>The book as the public events tell it.</summary>
    public DisplayedBook Book { get; } = new();

    /// <summary>The request that the step answers; null if it answers none.</summary>
    public Request? Answered { get; private set; }

    /// <summary>Whether an auction took place in the step.</summary>
    public bool HasCleared { get; private set; }

    /// <summary>Whether the step ended the trading session: what was held up is refused then.</summary>
    public int RefusedAtClose { get; private set; }

    /// <summary>Whether what the public is shown can trade at once, so that it cannot be crossed.</summary>
    public bool TradesAtOnce =>
        State == TradingState.Continuous
            && (HasCleared || Rules is ContinuousRules or ScheduledRules { Inner: ContinuousRules });

    /// <summary>Whether the public is shown all that is displayed in the venue's book.</summary>
    public bool ShowsItsBook => TradesAtOnce || (State != TradingState.Closed && Rules switch
    {
        CallRules call => State == TradingState.Continuous && call.Display == BookDisplay.Open,
        ScheduledRules scheduled => State != TradingState.Continuous && scheduled.Display == BookDisplay.Open,
        _ => false,
    });

    /// <summary>Takes in a step of this listing.</summary>
    public void Follow(in Step step)
    {
        Answered = AnsweredBy(step);
        HasCleared = false;
        RefusedAtClose = 0;
        foreach (ref readonly MarketEvent happened in step.Events)
        {
            switch (happened.Kind)
            {
                case EventKind.LevelChanged:
                    Book.Apply(happened);
                    break;
                case EventKind.AuctionEnded:
                    HasCleared = true;
                    break;
                case EventKind.StateChanged:
                    State = happened.State;
                    break;
            }
        }

        if (step.Input is { Kind: InputKind.Control, Control: Control.Close })
        {
            RefusedAtClose = _heldUp.Count;
            _heldUp.Clear();
        }
    }

    /// <summary>A speed bump answers a request in a later step, first in, first out.</summary>
    Request? AnsweredBy(in Step step)
    {
        if (step.Input.Kind == InputKind.Request)
        {
            if (step.Events.Length > 0 || !_hasBump)
                return step.Input.Request;

            _heldUp.Enqueue(step.Input.Request);
            return null;
        }

        bool isAnswer = step.Input.Kind == InputKind.Deadline && step.Events.Length > 0
            && (step.Events[0].Kind <= EventKind.Replaced
                || step.Events[0].CancelReason is CancelReason.Requested or CancelReason.Replaced
                    or CancelReason.Disconnected);
        return isAnswer && _heldUp.TryDequeue(out Request released) ? released : null;
    }
}
