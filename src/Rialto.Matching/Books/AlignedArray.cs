using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Rialto.Matching;

/// <summary>
/// An array that begins where a line of the cache does and never moves: an element of 64 bytes, or of a half or a
/// quarter of that, always stands in one line.
/// </summary>
/// <remarks>
/// It grows, and is then elsewhere: references to elements do not survive that. Nor do they keep the array alive, as
/// references into an ordinary one do: whoever uses an element is used by whoever holds the array, here the venue.
/// </remarks>
struct AlignedArray<T>
    where T : unmanaged
{
    nint _first;
    byte[] _memory;

    public AlignedArray(int length) => (_memory, _first) = Allocate(Length = length);

    public int Length { get; private set; }

    /// <summary>An element at an index that is in range by construction. Checked in Debug builds.</summary>
    public readonly ref T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            Debug.Assert((uint)index < (uint)Length);
            return ref Hardware.At<T>(_first, index);
        }
    }

    /// <summary>Fetches the line in which an element stands. Changes nothing.</summary>
    public readonly void Prefetch(int index) => Hardware.Prefetch(ref this[index]);

    /// <summary>Makes room for twice as many; the new elements are zero.</summary>
    public void Double()
    {
        (byte[] memory, nint first) = Allocate(2 * Length);
        for (int i = 0; i < Length; i++)
            Hardware.At<T>(first, i) = this[i];

        (_memory, _first, Length) = (memory, first, 2 * Length);
    }

    static (byte[] Memory, nint First) Allocate(int length)
    {
        byte[] memory = GC.AllocateArray<byte>((length * Unsafe.SizeOf<T>()) + Hardware.Line, pinned: true);
        return (memory, Hardware.FirstLineIn(memory));
    }
}
