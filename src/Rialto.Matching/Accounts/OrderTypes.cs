using Rialto.Trading;

namespace Rialto.Matching;

static class OrderTypes
{
    extension(OrderType type)
    {
        /// <summary>Whether orders of this type have a worst price; the others trade at any.</summary>
        public bool HasLimit =>
            type is OrderType.Limit or OrderType.StopLimit or OrderType.MidpointPeg or OrderType.PrimaryPeg;
    }
}
