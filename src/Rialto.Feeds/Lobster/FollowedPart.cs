using Rialto.Trading;

namespace Rialto.Feeds;

/// <summary>The part of a level that the orders entered on the tape explain.</summary>
/// <param name="LevelNumber">Tells this level from earlier and later ones at the same price.</param>
/// <param name="Quantity">What remains of the followed orders.</param>
/// <param name="Orders">How many followed orders there are.</param>
readonly record struct FollowedPart(long LevelNumber, Quantity Quantity, int Orders)
{
    public FollowedPart With(Quantity entered) => new(LevelNumber, Quantity + entered, Orders + 1);

    public FollowedPart Without(Quantity taken, bool ends) =>
        new(LevelNumber, Quantity - taken, ends ? Orders - 1 : Orders);
}
