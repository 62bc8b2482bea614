using System.Numerics;
using System.Runtime.CompilerServices;
using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>Finds the slot of a live order by its participant and the participant's name for it.</summary>
/// <remarks>
/// Each place of the table knows the youngest of the orders that share it, and each of these the next older one: the
/// young ones are looked for most, and to enter one nothing is asked. Names ascend, and those that follow each other
/// have places that do, so the youngest orders stand together. There are at least four places for each order: nearly
/// all have one of their own. A structure, which stands in its pool: it is not to be copied.
/// </remarks>
struct OrderTable(int slots)
{
    /// <summary>So many names that follow each other have places that do: those of a line of the cache.</summary>
    const int Run = Hardware.Line / sizeof(int);

    /// <summary>There are so many places for each slot of the pool.</summary>
    const int Thinness = 4;

    AlignedArray<int> _youngest = new(Thinness * slots);
    uint _mask = (uint)(Thinness * slots) - 1;

    /// <returns>0 if there is none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int Find(ParticipantId participant, ClientOrderId name, in AlignedArray<RestingOrder> orders)
    {
        int slot = At(HashOf(participant, name));
        ref RestingOrder order = ref orders[slot];
        return order.Order.Value == name.Value && order.Participant.Value == participant.Value
            ? slot
            : FindFurther(participant, name, orders, order.Older);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Add(int slot, ref RestingOrder order) =>
        Enter(slot, ref order, HashOf(order.Participant, order.Order));

    /// <summary>Removes an order that is in the table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Remove(int slot, ref RestingOrder order, in AlignedArray<RestingOrder> orders)
    {
        ref int youngest = ref At(order.NameHash);
        if (youngest == slot)
            youngest = order.Older;
        else
            RemoveFurther(slot, order.Older, youngest, orders);
    }

    /// <summary>Fetches where an order would stand. Changes nothing.</summary>
    /// <returns>The hash of its name.</returns>
    public readonly uint Prefetch(ParticipantId participant, ClientOrderId name)
    {
        uint hash = HashOf(participant, name);
        Hardware.Prefetch(ref At(hash));
        return hash;
    }

    /// <summary>Fetches where an order stands whose name has this hash. Changes nothing.</summary>
    public readonly void Prefetch(uint hash) => Hardware.Prefetch(ref At(hash));

    /// <summary>The slot that probably is the order's whose name has this hash. A guess, for fetching it.</summary>
    public readonly int Guess(uint hash) => At(hash);

    [MethodImpl(MethodImplOptions.NoInlining)]
    static int FindFurther(
        ParticipantId participant, ClientOrderId name, in AlignedArray<RestingOrder> orders, int slot)
    {
        while (slot != 0 && (orders[slot].Order != name || orders[slot].Participant != participant))
            slot = orders[slot].Older;

        return slot;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static void RemoveFurther(int slot, int older, int younger, in AlignedArray<RestingOrder> orders)
    {
        while (orders[younger].Older != slot)
            younger = orders[younger].Older;

        orders[younger].Older = older;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    readonly void Enter(int slot, ref RestingOrder order, uint hash)
    {
        ref int youngest = ref At(hash);
        order.NameHash = hash;
        order.Older = youngest;
        youngest = slot;
    }

    /// <summary>Becomes a table for twice as many slots.</summary>
    public void Double(in AlignedArray<RestingOrder> orders)
    {
        AlignedArray<int> old = _youngest;
        _youngest = new AlignedArray<int>(2 * old.Length);
        _mask = (uint)_youngest.Length - 1;
        for (int place = 0; place < old.Length; place++)
        {
            int older;
            for (int slot = old[place]; slot != 0; slot = older)
            {
                older = orders[slot].Older;
                Enter(slot, ref orders[slot], orders[slot].NameHash);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    readonly ref int At(uint hash) => ref _youngest[unchecked((int)(hash & _mask))];

    /// <summary>Mixes the two names, but for the last bits of the order's. Wraps on purpose.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static uint HashOf(ParticipantId participant, ClientOrderId name)
    {
        unchecked
        {
            ulong run = ((ulong)name.Value / Run) ^ BitOperations.RotateLeft((ulong)(uint)participant.Value, 40);
            return ((uint)((run * 0x9E3779B97F4A7C15) >> 36) * Run) | ((uint)name.Value % Run);
        }
    }
}
