using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>
/// What somebody does in a random session. Orders are named by how long ago they came, so that moves can be left out.
/// </summary>
/// <param name="Kind">A kind of request, or <see cref="CloseSession"/> or <see cref="Refer"/>.</param>
/// <param name="NameStep">
/// How far the name of a new order lies above the participant's last: 1 unless it is to be refused.
/// </param>
/// <param name="KeepsName">For a replace: whether the replacement has the name of what it replaces.</param>
/// <param name="Target">
/// Which live order of the participant is meant, counted from the newest round and round, or <see cref="DeadOrder"/>.
/// </param>
/// <param name="Price">The limit; for <see cref="Refer"/> the bid.</param>
/// <param name="Trigger">For <see cref="Refer"/> the ask.</param>
/// <param name="Wait">How much time passes before it.</param>
/// <param name="Lifetime">For an order that expires: when, from now.</param>
sealed record Move(
    RequestKind Kind, int Participant, int Instrument, Side Side, OrderType Type, TimeInForce TimeInForce,
    OrderFlags Flags, long NameStep, bool KeepsName, int Target, long Price, long Lots, long Trigger, long Offset,
    long Displayed, long Minimum,
    long Wait, long Lifetime)
{
    public const RequestKind CloseSession = (RequestKind)77;
    public const RequestKind Refer = (RequestKind)78;

    public const int DeadOrder = 99;

    /// <summary>A reference that is missing.</summary>
    public const long NoPrice = 5;

    /// <summary>
    /// The same without the instructions that this type of order cannot have: most moves would be refused otherwise.
    /// </summary>
    public Move WithTermsThatFit()
    {
        bool isPeg = Type is OrderType.MidpointPeg or OrderType.PrimaryPeg;
        bool waits = Type is > OrderType.Market and < OrderType.MidpointPeg;
        bool isHidden = isPeg || (Flags & OrderFlags.Hidden) != 0;
        bool isImmediate = TimeInForce is TimeInForce.ImmediateOrCancel or TimeInForce.FillOrKill;
        OrderFlags removed = waits ? OrderFlags.PostOnly | OrderFlags.Slide | OrderFlags.Hidden
            : isImmediate || Type == OrderType.Market ? OrderFlags.PostOnly | OrderFlags.Slide
            : OrderFlags.None;
        return this with
        {
            Flags = Flags & ~removed,
            Displayed = Type == OrderType.Limit && !isHidden && !isImmediate ? Math.Min(Displayed, Lots) : 0,
            Minimum =
                !waits && (isHidden || TimeInForce == TimeInForce.ImmediateOrCancel) ? Math.Min(Minimum, Lots) : 0,
        };
    }

    /// <summary>The same with one thing made plainer.</summary>
    public IEnumerable<Move> Plainer() => new[]
    {
        this with { Wait = 0 },
        this with { Participant = 0 },
        this with { Instrument = 0 },
        this with { Type = OrderType.Limit },
        this with { TimeInForce = TimeInForce.Day },
        this with { Flags = OrderFlags.None },
        this with { NameStep = 1 },
        this with { KeepsName = false },
        this with { Target = 0 },
        this with { Lots = 1 },
        this with { Lots = Math.Min(Lots, 2) },
        this with { Displayed = 0 },
        this with { Minimum = 0 },
        this with { Trigger = 1 },
        this with { Offset = Math.Clamp(Offset, 0, 1) },
        this with { Price = 1 },
        this with { Lifetime = 1 },
    }.Where(plainer => plainer != this);

    /// <summary>What matters, in a line.</summary>
    public override string ToString()
    {
        string order = $"{Side} {Type} {Lots}@{Price} {TimeInForce} {Flags} trigger {Trigger} offset {Offset} "
            + $"displayed {Displayed} minimum {Minimum}";
        string text = Kind switch
        {
            CloseSession => "closes",
            Refer => $"refers {Price} {Trigger}",
            RequestKind.Enter => $"enters {order} name +{NameStep}",
            RequestKind.Replace => $"replaces {Target} {(KeepsName ? "by the same" : $"name +{NameStep}")} {order}",
            RequestKind.Cancel => $"cancels {Target} to {Lots} - 3",
            _ => $"{Kind} {Side}",
        };
        return $"after {Wait}: {Participant} on {Instrument} {text} lifetime {Lifetime}";
    }
}
