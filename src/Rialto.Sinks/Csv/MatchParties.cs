using System.Runtime.InteropServices;
using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Sinks;

/// <summary>Which two executions of a step belong to which match.</summary>
sealed class MatchParties
{
    /// <summary>For look-up only: its order never shows.</summary>
    readonly Dictionary<long, (int Buyer, int Seller)> _placesByMatch = [];

    /// <summary>Forgets the step before and takes note of this one's executions.</summary>
    public void Fold(in Step step)
    {
        _placesByMatch.Clear();
        for (int place = 0; place < step.Events.Length; place++)
        {
            ref readonly MarketEvent happened = ref step.Events[place];
            if (happened.Kind != EventKind.Executed)
                continue;

            ref (int Buyer, int Seller) places =
                ref CollectionsMarshal.GetValueRefOrAddDefault(_placesByMatch, happened.Match.Value, out bool isKnown);
            if (!isKnown)
                places = (-1, -1);

            if (happened.Side == Side.Buy)
                places.Buyer = place;
            else
                places.Seller = place;
        }
    }

    /// <summary>Where the two executions of a match stand among the step's events; −1 for one that does not.</summary>
    public (int Buyer, int Seller) Of(MatchNumber match) =>
        _placesByMatch.TryGetValue(match.Value, out (int Buyer, int Seller) places) ? places : (-1, -1);
}
