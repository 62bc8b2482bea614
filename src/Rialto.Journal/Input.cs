using Rialto.Trading;

namespace Rialto.Journal;

/// <summary>What a step applied to the market.</summary>
public enum InputKind : byte
{
    /// <summary>A participant's request to a venue.</summary>
    Request,

    /// <summary>Something that an institution does on its own: an expiry, a batch.</summary>
    Deadline,

    /// <summary>An answer from outside to an agent that waited for it.</summary>
    Decision,

    /// <summary>An act of whoever runs the market; <see cref="Input.Control"/> says which.</summary>
    Control,

    /// <summary>A record of a tape: it shows what another market did, and no venue of ours applied it.</summary>
    Record,
}

/// <summary>Who caused a step.</summary>
public enum Origin : byte { External, Agent, Schedule }

/// <summary>What whoever runs the market may do to a listing.</summary>
public enum Control : byte
{
    None,

    /// <summary>The trading session ends: day orders are canceled, later requests are refused.</summary>
    Close,

    /// <summary>A participant is stopped: its orders are canceled, and it enters nothing any more.</summary>
    Stop,

    /// <summary>Trading stops: until it is resumed, only cancels are accepted.</summary>
    Halt,

    /// <summary>A halt ends: by an auction, or at once.</summary>
    Resume,

    /// <summary>
    /// An auction is held now: that of a call market, or the one that ends an interruption or a halt.
    /// </summary>
    Call,

    /// <summary>A dividend is paid to everybody who holds the instrument, whatever the venue.</summary>
    Pay,

    /// <summary>A listing is told the quotes that its pegged orders follow: <see cref="Input.Reference"/>.</summary>
    Refer,
}

/// <summary>One input of the market: with the others, in order, it determines every event.</summary>
/// <param name="At">When it was applied.</param>
/// <param name="Listing">The listing concerned.</param>
/// <param name="Request">For <see cref="InputKind.Request"/>; of <see cref="Control.Stop"/> it has the participant, of
/// <see cref="Control.Pay"/> the amount per lot as its limit; of <see cref="Control.Refer"/> the bid as its limit and
/// the ask as its trigger, with a quantity and a displayed quantity of one lot where there is one.</param>
public readonly record struct Input(
    Timestamp At, InputKind Kind, Origin Origin, Control Control, Listing Listing, Request Request)
{
    public static Input OfRequest(Timestamp at, Origin origin, in Request request) =>
        new(at, InputKind.Request, origin, Control.None, request.Listing, request);

    public static Input OfDeadline(Timestamp at, Listing listing) =>
        new(at, InputKind.Deadline, Origin.Schedule, Control.None, listing, default);

    public static Input OfStop(Timestamp at, Listing listing, ParticipantId participant) =>
        new(at, InputKind.Control, Origin.Schedule, Control.Stop, listing, default(Request) with
        {
            Participant = participant,
        });

    /// <param name="at">When.</param>
    /// <param name="listing">Any listing of the instrument.</param>
    /// <param name="perLot">What each lot is paid.</param>
    public static Input OfPayment(Timestamp at, Listing listing, Ticks perLot) =>
        new(at, InputKind.Control, Origin.Schedule, Control.Pay, listing, default(Request) with
        {
            Limit = new Price(perLot.Count),
        });

    /// <param name="at">When.</param>
    /// <param name="origin">The schedule, where the market itself brings the quotes from one venue to another.</param>
    /// <param name="listing">The one whose pegged orders follow.</param>
    /// <param name="bid">Null if there is none.</param>
    /// <param name="ask">Null if there is none.</param>
    public static Input OfReference(Timestamp at, Origin origin, Listing listing, Price? bid, Price? ask) =>
        new(at, InputKind.Control, origin, Control.Refer, listing, default(Request) with
        {
            Limit = bid ?? default, Quantity = new Quantity(bid is null ? 0 : 1),
            Trigger = ask ?? default, Displayed = new Quantity(ask is null ? 0 : 1),
        });

    /// <summary>A close belongs to the run's schedule; the others come from outside.</summary>
    public static Input OfControl(Timestamp at, Listing listing, Control control) =>
        new(
            at, InputKind.Control, control == Control.Close ? Origin.Schedule : Origin.External, control, listing,
            default);

    /// <summary>For <see cref="Control.Refer"/>: the quotes told.</summary>
    public (Price? Bid, Price? Ask) Reference => (
        Request.Quantity > Quantity.Zero ? Request.Limit : null,
        Request.Displayed > Quantity.Zero ? Request.Trigger : null);
}
