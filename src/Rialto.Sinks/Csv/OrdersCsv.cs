using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Sinks;

/// <summary><c>orders.csv</c>: one row per change in an order's life, refusals included.</summary>
/// <remarks>
/// <code>
/// column         meaning
/// sequence       of the step, from 1
/// time           seconds since the run's origin
/// venue          name
/// instrument     symbol
/// participant    owner of the order
/// event          accepted, replaced, canceled, partially-filled, filled, rejected (an entry), replace-rejected,
///                cancel-rejected
/// order          the participant's name of the order (client order id)
/// replaces       the participant's name of the order that gave way, or was to
/// number         the venue's name of the order; blank for rejections
/// side           buy or sell; blank where the refused request named no side
/// type           limit or market; when accepted, replaced or rejected, as the next
/// time_in_force  day, good-till-canceled, good-till-time, immediate-or-cancel, fill-or-kill
/// limit          currency; blank for market orders and for fills, whose prices stand in executions.csv
/// quantity       lots entered, canceled or executed
/// remaining      lots left of the order afterwards
/// reason         why it was rejected or canceled
/// </code>
/// </remarks>
public sealed class OrdersCsv(MarketDirectory directory, Stream stream) : ISink
{
    readonly AnsweredRequests _requests = new();

    /// <summary>Live market orders, whose price means nothing. For look-up only: its order never shows.</summary>
    readonly HashSet<(Listing, OrderNumber)> _marketOrders = [];

    readonly MarketRows _rows = new(
        directory, stream, "sequence", "time", "venue", "instrument", "participant", "event", "order", "replaces",
        "number", "side", "type", "time_in_force", "limit", "quantity", "remaining", "reason");

    public void OnStep(in Step step)
    {
        foreach (ref readonly MarketEvent happened in step.Events)
        {
            if (!happened.IsPublic)
                Write(step, happened);
        }

        _requests.Remember(step);
    }

    public void Complete() => _rows.Flush();

    public void Dispose() => _rows.Dispose();

    void Write(in Step step, in MarketEvent happened)
    {
        Request? request = _requests.Of(step, happened);
        bool isRejected = happened.Kind == EventKind.Rejected;
        bool isCancel = request is { Kind: RequestKind.Cancel or RequestKind.CancelAll };
        bool isLimited = IsLimited(step.Input.Listing, happened, request);
        bool hasLimit = isLimited && happened.Kind != EventKind.Executed && !isCancel;

        _rows.Begin(step);
        _rows.Add(happened.Participant);
        _rows.Add(WordFor(happened, request));
        _rows.Add(happened.Order.Value);
        AddReplaced(happened, request);
        _rows.AddNumber(happened.Number.Value);
        if (isRejected && request is { Kind: not RequestKind.Enter })
            _rows.AddBlank();
        else
            _rows.Add(happened.Side);

        AddTerms(isCancel ? null : request);
        _rows.Add(step.Input.Listing.Instrument, hasLimit ? happened.Price : null);
        AddLots(isCancel ? null : happened.Quantity);
        AddLots(isRejected ? null : happened.Remaining);
        AddReason(happened);
        _rows.EndRow();
    }

    /// <summary>Whether the order names its worst price. Takes note of market orders, until they end.</summary>
    bool IsLimited(Listing listing, in MarketEvent happened, Request? request)
    {
        if (happened.Kind == EventKind.Rejected)
            return request is not { Type: OrderType.Market };

        if (request is { Type: OrderType.Market })
        {
            _marketOrders.Add((listing, happened.Number));
            return false;
        }

        if (_marketOrders.Count == 0)
            return true;

        return happened.Remaining == Quantity.Zero
            ? !_marketOrders.Remove((listing, happened.Number))
            : !_marketOrders.Contains((listing, happened.Number));
    }

    static ReadOnlySpan<byte> WordFor(in MarketEvent happened, Request? request) => happened.Kind switch
    {
        EventKind.Executed => happened.Remaining == Quantity.Zero ? "filled"u8 : "partially-filled"u8,
        EventKind.Rejected => request?.Kind switch
        {
            RequestKind.Replace => "replace-rejected"u8,
            RequestKind.Cancel or RequestKind.CancelAll => "cancel-rejected"u8,
            _ => "rejected"u8,
        },
        _ => Words<EventKind>.Utf8(happened.Kind),
    };

    void AddReplaced(in MarketEvent happened, Request? request)
    {
        if (happened.Kind == EventKind.Replaced)
            _rows.Add(happened.Replaces.Value);
        else if (happened.Kind == EventKind.Rejected && request is { Kind: RequestKind.Replace } refused)
            _rows.Add(refused.Replaces.Value);
        else
            _rows.AddBlank();
    }

    /// <summary>Type and time in force.</summary>
    void AddTerms(Request? request)
    {
        if (request is { } known)
        {
            _rows.Add(known.Type);
            _rows.Add(known.TimeInForce);
            return;
        }

        _rows.AddBlank();
        _rows.AddBlank();
    }

    void AddLots(Quantity? quantity)
    {
        if (quantity is { } lots)
            _rows.Add(lots);
        else
            _rows.AddBlank();
    }

    void AddReason(in MarketEvent happened)
    {
        if (happened.Kind == EventKind.Rejected)
            _rows.Add(happened.RejectReason);
        else if (happened.Kind == EventKind.Canceled)
            _rows.Add(happened.CancelReason);
        else
            _rows.AddBlank();
    }
}
