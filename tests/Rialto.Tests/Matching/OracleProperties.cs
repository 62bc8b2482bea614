using FsCheck;
using FsCheck.Fluent;
using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>
/// The venue says what the simple one says, event by event, whatever is asked; and at every step all that
/// <see cref="CheckedVenue"/> checks holds.
/// </summary>
public sealed class OracleProperties
{
    static readonly Duration Interval = new(10);

    /// <summary>
    /// Every two of the three in every way: all three in every way would take long, and hardly find more.
    /// </summary>
    public static TheoryData<SettlementPolicy, BatchPrice, Rationing> Batches =>
    [
        .. from policy in Enum.GetValues<SettlementPolicy>()
           from price in Enum.GetValues<BatchPrice>()
           from rationing in Enum.GetValues<Rationing>()
           where ((int)policy + (int)price + (int)rationing) % 3 == 0
           select (policy, price, rationing),
    ];

    public static TheoryData<SettlementPolicy> Policies => [.. Enum.GetValues<SettlementPolicy>()];

    public static TheoryData<SettlementPolicy, PriceRule, bool> Rules =>
        new MatrixTheoryData<SettlementPolicy, PriceRule, bool>(
            Enum.GetValues<SettlementPolicy>(), Enum.GetValues<PriceRule>(), [false, true]);

    [Theory, MemberData(nameof(Policies))]
    public void A_continuous_auction_is_the_simple_one(SettlementPolicy policy) =>
        Check(policy, new ContinuousRules());

    [Theory, MemberData(nameof(Batches))]
    public void A_batch_auction_is_the_simple_one(SettlementPolicy policy, BatchPrice price, Rationing rationing) =>
        Check(policy, new BatchRules { Interval = Interval, Phase = new(3), Price = price, Rationing = rationing });

    [Theory, MemberData(nameof(Policies))]
    public void Listings_with_different_rules_share_accounts_and_numbers_as_the_simple_ones_do(SettlementPolicy policy)
    {
        HashSet<(EventKind Kind, byte Reason)> met =
            Check(
                policy, new ContinuousRules(), new BatchRules { Interval = Interval },
                new BatchRules { Interval = new(7), Rationing = Rationing.ProRata });

        // What the random sessions never meet is what cannot be under the policy.
        RejectReason[] never = policy switch
        {
            SettlementPolicy.Unlimited =>
                [RejectReason.InsufficientCash, RejectReason.InsufficientInventory,
                    RejectReason.FillOrKillNotSupported],
            SettlementPolicy.ShrinkAtMatch => [RejectReason.InsufficientCash, RejectReason.InsufficientInventory],
            _ => [],
        };
        Assert.DoesNotContain(met, happened =>
            happened.Kind == EventKind.Rejected && never.Contains((RejectReason)happened.Reason));
        Assert.Equal(
            policy != SettlementPolicy.Unlimited,
            met.Contains((EventKind.Canceled, (byte)CancelReason.InsufficientFunds)));
    }

    [Theory, MemberData(nameof(Rules))]
    public void A_continuous_auction_is_the_simple_one_whatever_its_prices_and_pegs_follow(
        SettlementPolicy policy, PriceRule price, bool followsExternal)
    {
        if (RealVenue.KnowsEveryOrder)
            Check(policy, new ContinuousRules { Price = price, FollowsExternalReference = followsExternal });
    }

    [Theory, MemberData(nameof(Rules))]
    public void All_that_is_checked_holds_for_the_simple_auction_too(
        SettlementPolicy policy, PriceRule price, bool followsExternal)
    {
        ContinuousRules rules = new() { Price = price, FollowsExternalReference = followsExternal };
        Check(
            SessionPlayer.CheckingTheSimpleOne, policy, everyOrder: true, rules,
            new BatchRules { Interval = Interval });
    }

    static HashSet<(EventKind Kind, byte Reason)> Check(SettlementPolicy policy, params InstitutionRules[] rules) =>
        Check(SessionPlayer.Checking, policy, RealVenue.KnowsEveryOrder, rules);

    static HashSet<(EventKind Kind, byte Reason)> Check(
        Func<IReadOnlyList<InstitutionRules>, SettlementPolicy, HashSet<(EventKind Kind, byte Reason)>, SessionPlayer>
            begin,
        SettlementPolicy policy, bool everyOrder, params InstitutionRules[] rules)
    {
        HashSet<(EventKind Kind, byte Reason)> met = [];
        Property.Holds(AnySession(rules.Length, everyOrder), session => session.Smaller(), session =>
        {
            SessionPlayer player = begin(rules, policy, met);
            player.Play(session);
            player.Wait(50);
            player.CheckThatNothingStaysReserved();
        });
        return met;
    }

    static Gen<Session> AnySession(int instruments, bool everyOrder) => Gen.Sized(size =>
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from count in Gen.Choose(0, 2 * size)
        select Session.Random(new RandomStream((ulong)seed, "session"), instruments, count, everyOrder));
}
