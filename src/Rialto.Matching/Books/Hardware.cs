using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Rialto.Matching;

/// <summary>The only file with addresses: asks the processor to fetch memory that is needed soon.</summary>
static unsafe class Hardware
{
    /// <summary>Fetches the line that an element stands in; does nothing on a processor without such an instruction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prefetch<T>(ref readonly T element)
    {
        // An address that the garbage collector has made stale in between is fetched in vain, and nothing else happens.
        if (Sse.IsSupported)
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in element)));
    }
}
