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

    /// <summary>Every two of the three in every way: all three in every way would take long, and hardly find more.</summary>
    public static TheoryData<SettlementPolicy, BatchPrice, Rationing> Batches =>
    [
        .. from policy in Enum.GetValues<SettlementPolicy>()
           from price in Enum.GetValues<BatchPrice>()
           from rationing in Enum.GetValues<Rationing>()
           where ((int)policy + (int)price + (int)rationing) % 3 == 0
           select (policy, price, rationing),
    ];

    public static TheoryData<SettlementPolicy> Policies => [.. Enum.GetValues<SettlementPolicy>()];

    [Theory, MemberData(nameof(Policies))]
    public void A_continuous_auction_is_the_simple_one(SettlementPolicy policy) =>
        Check(policy, new ContinuousRules());

    [Theory, MemberData(nameof(Batches))]
    public void A_batch_auction_is_the_simple_one(SettlementPolicy policy, BatchPrice price, Rationing rationing) =>
        Check(policy, new BatchRules { Interval = Interval, Phase = new(3), Price = price, Rationing = rationing });

    [Theory, MemberData(nameof(Policies))]
    public void Listings_with_different_rules_share_accounts_and_numbers_as_the_simple_ones_do(SettlementPolicy policy)
    {
        HashSet<string> met = Check(policy, new ContinuousRules(), new BatchRules { Interval = Interval }, new BatchRules { Interval = new(7), Rationing = Rationing.ProRata });

        // What the random sessions never meet is what cannot be under the policy.
        string[] never = policy switch
        {
            SettlementPolicy.Unlimited => ["InsufficientCash", "InsufficientInventory", "FillOrKillNotSupported", "InsufficientFunds"],
            SettlementPolicy.ShrinkAtMatch => ["InsufficientCash", "InsufficientInventory"],
            _ => [],
        };
        Assert.Empty(met.Intersect(never));
    }

    static HashSet<string> Check(SettlementPolicy policy, params InstitutionRules[] rules)
    {
        HashSet<string> met = [];
        Property.Holds(Session.Any(rules.Length), session => session.Smaller(), session =>
        {
            SessionPlayer player = new(rules, policy, met);
            player.Play(session);
            player.Wait(50);
            player.CheckThatNothingStaysReserved();
        });
        return met;
    }
}
