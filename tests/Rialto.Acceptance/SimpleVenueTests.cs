using System.Globalization;
using Rialto.Matching;
using Rialto.Tests.Matching;
using Rialto.Trading;

namespace Rialto.Acceptance;

/// <summary>
/// The venue says what the simple one says, event by event, in ten million random requests of all kinds.
/// </summary>
/// <remarks>
/// The environment variable <c>RIALTO_OPERATIONS</c> asks for another number of them; the first ones stay the same.
/// Sessions are short, so that books are small and what happens in them varies; a session that fails is cut down to a
/// small one.
/// </remarks>
public sealed class SimpleVenueTests
{
    const int MovesPerSession = 500;

    static readonly long Operations =
        long.TryParse(
            Environment.GetEnvironmentVariable("RIALTO_OPERATIONS"), CultureInfo.InvariantCulture, out long operations)
            ? operations
            : 10_000_000;

    readonly HashSet<(EventKind Kind, byte Reason)> _met = [];

    [Fact]
    public void The_venue_says_what_the_simple_one_says()
    {
        for (long number = 0; number * MovesPerSession < Operations; number++)
        {
            RandomStream random = new((ulong)number, "oracle");
            SettlementPolicy policy = (SettlementPolicy)random.NextBelow(3);
            InstitutionRules[] rules =
                [Continuous(random), .. random.NextBelow(3) == 0 ? new[] { Second(random) } : []];
            Session session = Session.Random(random, rules.Length, MovesPerSession, RealVenue.KnowsEveryOrder);
            if (Failure(session, rules, policy) is { } failure)
                Fail(number, session, rules, policy, failure);
        }

        if (Operations >= 1_000_000)
            CheckThatAllWasMet();
    }

    static ContinuousRules Continuous(RandomStream random) => RealVenue.KnowsEveryOrder
        ? new ContinuousRules
        {
            Price = (PriceRule)random.NextBelow(3), FollowsExternalReference = random.NextBelow(3) == 0,
        }
        : new ContinuousRules();

    static InstitutionRules Second(RandomStream random) =>
        random.NextBoolean() ? Continuous(random) : new BatchRules { Interval = new(random.NextBetween(5, 15)) };

    Exception? Failure(Session session, InstitutionRules[] rules, SettlementPolicy policy)
    {
        try
        {
            SessionPlayer.Comparing(rules, policy, _met).Play(session);
            return null;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return failure;
        }
    }

    void Fail(long number, Session session, InstitutionRules[] rules, SettlementPolicy policy, Exception failure)
    {
        while (session.Smaller().FirstOrDefault(smaller => Failure(smaller, rules, policy) is not null) is { } smaller)
            session = smaller;

        Exception shown = Failure(session, rules, policy) ?? failure;
        Assert.Fail($"Session {number}, {policy}, {string.Join<InstitutionRules>(", ", rules)}:{session}\n{shown}");
    }

    void CheckThatAllWasMet()
    {
        if (!RealVenue.KnowsEveryOrder)
            return;

        EventKind[] kinds = [.. _met.Select(happened => happened.Kind).Distinct().Order()];
        Assert.Equal(Enum.GetValues<EventKind>(), kinds);
        CancelReason[] canceled = [.. _met.Where(happened => happened.Kind == EventKind.Canceled).Select(happened =>
            (CancelReason)happened.Reason).Order()];
        Assert.Equal(Enum.GetValues<CancelReason>().Except([CancelReason.None, CancelReason.RiskLimit]), canceled);
        RejectReason[] rejected = [.. _met.Where(happened => happened.Kind == EventKind.Rejected).Select(happened =>
            (RejectReason)happened.Reason).Order()];
        Assert.Equal(
        [
            RejectReason.UnknownParticipant, RejectReason.UnknownInstrument, RejectReason.InvalidRequest,
            RejectReason.InvalidQuantity,
            RejectReason.InvalidPrice, RejectReason.InvalidExpiry, RejectReason.InvalidTrigger,
            RejectReason.InvalidOffset,
            RejectReason.InvalidDisplayedQuantity, RejectReason.InvalidMinimumQuantity,
            RejectReason.DuplicateClientOrderId,
            RejectReason.UnknownOrder, RejectReason.NothingToCancel, RejectReason.WouldTrade,
            RejectReason.PostOnlyNotSupported,
            RejectReason.FillOrKillNotSupported, RejectReason.OrderTypeNotSupported, RejectReason.InsufficientCash,
            RejectReason.InsufficientInventory, RejectReason.Closed,
        ], rejected);
    }
}
