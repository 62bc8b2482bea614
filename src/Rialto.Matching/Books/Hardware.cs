using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Rialto.Matching;

/// <summary>The only file that goes past the checks of the language, where the books spend their time.</summary>
public static unsafe class Hardware
{
    /// <summary>Bytes of a cache line.</summary>
    public const int Line = 64;

    /// <summary>
    /// An element at an index that is in range by construction: a slot or a place in a ring. Checked in Debug builds.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T At<T>(T[] array, int index)
    {
        Debug.Assert((uint)index < (uint)array.Length);
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), unchecked((nint)(uint)index));
    }

    /// <summary>
    /// An element of an array that never moves and begins at this address; see <see cref="AlignedArray{T}"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T At<T>(nint first, int index)
        where T : unmanaged => ref unchecked(((T*)first)[(uint)index]);

    /// <summary>The first address in an array that never moves that is a multiple of a cache line's 64 bytes.</summary>
    public static nint FirstLineIn(byte[] pinned) =>
        ((nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(pinned)) + Line - 1) & -Line;

    /// <summary>Fetches the beginning of an object, without looking at it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void PrefetchObject(object thing)
    {
        if (Sse.IsSupported)
            Sse.Prefetch0(*(void**)Unsafe.AsPointer(ref thing));
    }

    /// <summary>Fetches so many lines of 64 bytes from the beginning of an object.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void PrefetchObject(object thing, int lines)
    {
        if (!Sse.IsSupported)
            return;

        byte* start = *(byte**)Unsafe.AsPointer(ref thing);
        for (int line = 0; line < lines; line++)
            Sse.Prefetch0(start + (64 * line));
    }

    /// <summary>
    /// Fetches the line that an element stands in; does nothing on a processor without such an instruction.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prefetch<T>(ref readonly T element)
    {
        // An address that the garbage collector has made stale in between is fetched in vain, and nothing else happens.
        if (Sse.IsSupported)
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in element)));
    }
}
