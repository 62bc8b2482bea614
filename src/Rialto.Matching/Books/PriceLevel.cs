namespace Rialto.Matching;

/// <summary>What rests at one price of one side, with the ends of its queue. All zero if nothing does.</summary>
struct PriceLevel
{
    public long Lots;
    public int Orders;
    public int Head;
    public int Tail;
}
