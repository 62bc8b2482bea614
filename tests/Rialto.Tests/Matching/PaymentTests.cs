using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>What is paid for each lot that is held comes from the house, and the short pay it.</summary>
public sealed class PaymentTests
{
    readonly EventBuffer _events = new();

    [Fact]
    public void Who_holds_is_paid_who_is_short_pays_and_who_has_nothing_is_not_told()
    {
        (Venue venue, Clearing clearing) = Open(SettlementPolicy.Unlimited, [(0, 3), (0, 0), (0, -2)]);

        venue.Pay(new(1), new Ticks(10), _events);

        // A tick costs five.
        Assert.Equal([(0, 3L, -150L), (2, 2L, 100L)], Told());
        Assert.Equal([150, 0, -100, -50], Cash(clearing));
    }

    [Fact]
    public void A_payment_of_nothing_is_none_and_a_negative_one_goes_the_other_way()
    {
        (Venue venue, Clearing clearing) = Open(SettlementPolicy.Unlimited, [(0, 3), (0, 0), (0, -2)]);

        venue.Pay(new(1), default, _events);
        Assert.Empty(Told());

        venue.Pay(new(1), new Ticks(-1), _events);
        Assert.Equal([(0, 3L, 15L), (2, 2L, -10L)], Told());
        Assert.Equal([-15, 0, 10, 5], Cash(clearing));
    }

    /// <summary>
    /// Sixty are set aside for an order, so that of a hundred forty are free; who owes has nothing to pay with.
    /// </summary>
    [Fact]
    public void Where_nobody_may_owe_the_short_pay_what_is_free()
    {
        (Venue venue, Clearing clearing) = Open(SettlementPolicy.Reserve, [(100, -9), (0, 1), (-5, -1)]);
        venue.Apply(
            default(Request) with { Order = new(1), Limit = new(60), Quantity = Quantity.One },
            default, new EventBuffer());

        venue.Pay(new(1), new Ticks(10), _events);

        Assert.Equal([(0, 9L, 40L), (1, 1L, -50L)], Told());
        Assert.Equal([60, 50, -5, -10], Cash(clearing));
    }

    [Fact]
    public void What_was_paid_is_no_loss()
    {
        RiskLimits limits = new() { Loss = new(99) };
        (Venue venue, Clearing clearing) = Open(
            SettlementPolicy.Unlimited, [(0, 2), (0, 0), (0, -2)], [limits, null, limits]);
        venue.Pay(new(1), new Ticks(10), _events);
        _events.Clear();

        foreach (int participant in (int[])[0, 2])
        {
            venue.Apply(
                default(Request) with
                {
                    Participant = new(participant), Order = new(1), Limit = new(60), Quantity = Quantity.One,
                },
                default, _events);
        }

        Assert.Equal(
            [(EventKind.Accepted, 0), (EventKind.Rejected, 2)],
            _events.Written.ToArray().Where(happened => happened.Kind <= EventKind.Rejected)
                .Select(happened => (happened.Kind, happened.Participant.Value)));
        Assert.Equal(-100, clearing.CashOf(new(2)).Units);
    }

    /// <summary>Two instruments, of which the second one is held.</summary>
    static (Venue Venue, Clearing Clearing) Open(
        SettlementPolicy settlement, (long Cash, long Lots)[] opening, RiskLimits?[]? limits = null)
    {
        MarketDirectory directory = new(
            ["venue"],
            [
                new Instrument { Symbol = "A", TickSize = 1 },
                new Instrument { Symbol = "B", TickSize = 1, CashPerTick = 5 },
            ],
            [.. opening.Select((one, p) => new Participant($"p{p}", "people", new Cash(one.Cash), [0, one.Lots]))]);
        Clearing clearing = new(directory, settlement, limits);
        Venue venue = new(
            [new ContinuousRules(), new ContinuousRules()], clearing, _ => new RandomStream(1, "lots"));
        return (venue, clearing);
    }

    (int Participant, long Lots, long Fee)[] Told() =>
        [.. _events.Written.ToArray().Select(paid => (paid.Participant.Value, paid.Quantity.Lots, paid.Fee.Units))];

    /// <summary>Of everybody, and at the end of the house.</summary>
    static long[] Cash(Clearing clearing) =>
    [
        .. Enumerable.Range(0, clearing.Participants).Select(p => clearing.CashOf(new(p)).Units),
        clearing.House.Units,
    ];
}
