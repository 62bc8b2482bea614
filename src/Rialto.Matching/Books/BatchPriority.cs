namespace Rialto.Matching;

/// <summary>The batch in which an order joined its level, and its place by lot among those of the same batch.</summary>
readonly record struct BatchPriority(long Batch, ulong Lot)
{
    public bool Precedes(in BatchPriority other) => Batch < other.Batch || (Batch == other.Batch && Lot < other.Lot);
}
