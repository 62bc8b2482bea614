using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>The requests that wait before a listing, in the order in which they arrived.</summary>
/// <remarks>
/// A request that goes straight on may overtake those that wait, unless it is about one of them: a cancel or a replace
/// waits behind the order that it names, and a cancel of many behind all orders of its participant.
/// </remarks>
sealed class SpeedBump(SpeedBumpRules rules, Book book, OrderPool pool)
{
    readonly Queue<(Timestamp Due, Request Request)> _waiting = new();

    /// <summary>When the next request goes on; null if none waits.</summary>
    public Timestamp? NextDue => _waiting.TryPeek(out (Timestamp Due, Request Request) first) ? first.Due : null;

    /// <summary>Holds a request up, unless it may go straight on.</summary>
    public bool TryHold(in Request request, Timestamp now)
    {
        bool isDelayed = (rules.Delays & ClassOf(request.Kind)) != 0 && (!rules.OnlyTakers || WouldTake(request));
        if (!isDelayed && (_waiting.Count == 0 || !IsAboutOneThatWaits(request)))
            return false;

        _waiting.Enqueue((now + rules.Delay, request));
        return true;
    }

    /// <summary>Lets the first request go whose time has come.</summary>
    public bool TryRelease(Timestamp now, out Request request)
    {
        bool isDue = NextDue <= now;
        request = isDue ? _waiting.Dequeue().Request : default;
        return isDue;
    }

    bool WouldTake(in Request request)
    {
        if ((request.Flags & OrderFlags.PostOnly) != 0)
            return false;

        Side side = request.Side;
        if (request.Kind == RequestKind.Replace)
        {
            int replaced = pool.Find(request.Participant, request.Replaces);
            if (replaced == 0)
                return false;

            side = book.Order(replaced).Side;
        }

        return side <= Side.Sell
            && book[side.Opposite].BestPrice is { } best
            && (request.Type == OrderType.Market
                || (request.Type == OrderType.Limit && side.Crosses(request.Limit, best)));
    }

    bool IsAboutOneThatWaits(in Request request)
    {
        bool isAboutAll = ClassOf(request.Kind) == RequestClasses.CancelAll;
        if (!isAboutAll && request.Kind is not (RequestKind.Cancel or RequestKind.Replace))
            return false;

        ClientOrderId named = request.Kind == RequestKind.Replace ? request.Replaces : request.Order;
        foreach ((_, Request waiting) in _waiting)
        {
            if (waiting.Participant == request.Participant
                && waiting.Kind is RequestKind.Enter or RequestKind.Replace
                && (isAboutAll || waiting.Order == named))
                return true;
        }

        return false;
    }

    static RequestClasses ClassOf(RequestKind kind) => kind switch
    {
        RequestKind.Enter => RequestClasses.Enter,
        RequestKind.Replace => RequestClasses.Replace,
        RequestKind.Cancel => RequestClasses.Cancel,
        RequestKind.CancelAll or RequestKind.CancelSide or RequestKind.Disconnect => RequestClasses.CancelAll,
        _ => RequestClasses.None,
    };
}
