namespace Rialto.Tests.House;

/// <summary>What may not stand where a market's results are made, and what to use instead.</summary>
/// <remarks>
/// Collections and mathematics are lists of what is allowed: a new member of the framework is refused until somebody
/// has thought about it. The rest are lists of what is banned. See docs/determinism.md.
/// </remarks>
static class DeterminismRules
{
    /// <summary>Collections whose order is that of their contents or of their comparer, and interfaces.</summary>
    static readonly HashSet<string> OrderedCollections = new(StringComparer.Ordinal)
    {
        "System.Collections.ICollection", "System.Collections.IEnumerable", "System.Collections.IEnumerator",
        "System.Collections.IList", "System.Collections.IComparer", "System.Collections.IEqualityComparer",
        "System.Collections.IStructuralComparable", "System.Collections.IStructuralEquatable",
        "System.Collections.BitArray",
        "System.Collections.Generic.ICollection`1", "System.Collections.Generic.IEnumerable`1",
        "System.Collections.Generic.IEnumerator`1", "System.Collections.Generic.IList`1",
        "System.Collections.Generic.IReadOnlyCollection`1", "System.Collections.Generic.IReadOnlyList`1",
        "System.Collections.Generic.IComparer`1", "System.Collections.Generic.Comparer`1",
        "System.Collections.Generic.IEqualityComparer`1", "System.Collections.Generic.EqualityComparer`1",
        "System.Collections.Generic.KeyValuePair`2", "System.Collections.Generic.CollectionExtensions",
        "System.Collections.Generic.List`1", "System.Collections.Generic.List`1+Enumerator",
        "System.Collections.Generic.Queue`1", "System.Collections.Generic.Queue`1+Enumerator",
        "System.Collections.Generic.Stack`1", "System.Collections.Generic.Stack`1+Enumerator",
        "System.Collections.Generic.PriorityQueue`2",
        "System.Collections.Generic.SortedDictionary`2", "System.Collections.Generic.SortedDictionary`2+Enumerator",
        "System.Collections.Generic.SortedDictionary`2+KeyCollection",
        "System.Collections.Generic.SortedDictionary`2+ValueCollection",
        "System.Collections.Generic.SortedList`2",
        "System.Collections.Generic.SortedSet`1", "System.Collections.Generic.SortedSet`1+Enumerator",
        "System.Collections.Generic.LinkedList`1", "System.Collections.Generic.LinkedListNode`1",
        "System.Collections.ObjectModel.ReadOnlyCollection`1",
        "System.Collections.Immutable.ImmutableArray", "System.Collections.Immutable.ImmutableArray`1",
        "System.Collections.Immutable.ImmutableArray`1+Builder",
        "System.Collections.Immutable.ImmutableArray`1+Enumerator",
    };

    /// <summary>The one type that may hold a dictionary: it cannot be enumerated.</summary>
    const string LookupTable = "Rialto.Trading.LookupTable`2";

    static readonly HashSet<string> MathTypes = new(StringComparer.Ordinal)
    {
        "System.Math", "System.MathF", "System.Double", "System.Single", "System.Half",
    };

    /// <summary>What IEEE 754 prescribes to the bit, and comparisons, conversions and texts.</summary>
    static readonly HashSet<string> ExactMath = new(StringComparer.Ordinal)
    {
        "Abs", "BigMul", "BitDecrement", "BitIncrement", "Ceiling", "Clamp", "CompareTo", "CopySign", "DivRem",
        "Equals",
        "Floor", "IEEERemainder", "ILogB", "Max", "MaxMagnitude", "Min", "MinMagnitude", "Round", "ScaleB", "Sign",
        "Sqrt",
        "Truncate", "IsEvenInteger", "IsFinite", "IsInfinity", "IsInteger", "IsNaN", "IsNegative", "IsNegativeInfinity",
        "IsNormal", "IsOddInteger", "IsPositive", "IsPositiveInfinity", "IsSubnormal", "Parse", "TryParse", "ToString",
        "TryFormat", "GetTypeCode", "op_Explicit", "op_Implicit", "op_Equality", "op_Inequality", "op_LessThan",
        "op_LessThanOrEqual", "op_GreaterThan", "op_GreaterThanOrEqual",
    };

    static readonly HashSet<string> SafeStreams = new(StringComparer.Ordinal)
    {
        "System.IO.Stream", "System.IO.MemoryStream", "System.IO.SeekOrigin", "System.IO.BinaryReader",
        "System.IO.BinaryWriter",
        "System.IO.TextReader", "System.IO.TextWriter", "System.IO.StringReader", "System.IO.StringWriter",
        "System.IO.IOException", "System.IO.EndOfStreamException", "System.IO.InvalidDataException",
    };

    /// <summary>What to do instead, or null if the use is allowed.</summary>
    public static string? Advice(MemberUse use)
    {
        // The compiler writes GetHashCode for every record; what matters is who calls it.
        if (use.CallingMethod == "GetHashCode")
            return null;

        return Hashing(use) ?? Clocks(use) ?? Chance(use) ?? Threads(use) ?? Numbers(
            use) ?? Surroundings(use) ?? Collections(use);
    }

    static string? Hashing(MemberUse use) =>
        use.Member == "GetHashCode"
            || use.Type is "System.HashCode" or "System.Runtime.CompilerServices.ConditionalWeakTable`2"
            ? "hash codes differ from process to process; compare values, or mix bits as EventHash does" : null;

    static string? Clocks(MemberUse use) =>
        use.Type is "System.Diagnostics.Stopwatch" or "System.TimeProvider" or "System.TimeZoneInfo" or "System.ITimer"
        || (use.Type is "System.DateTime" or "System.DateTimeOffset"
            && use.Member is "get_Now" or "get_UtcNow" or "get_Today")
        || (use.Type == "System.Environment" && use.Member.StartsWith("get_Tick", StringComparison.Ordinal))
            ? "time is an argument: take a Timestamp" : null;

    static string? Chance(MemberUse use) =>
        use.Type is "System.Random" || In(use, "System.Security.Cryptography")
        || (use.Type == "System.Guid" && use.Member is "NewGuid" or "CreateVersion7")
            ? "every random number comes from a named RandomStream, and identifiers from the inputs" : null;

    static string? Threads(MemberUse use)
    {
        const string Advice = "a market is one thread; agents await an AgentTask, and parallelism is across markets";

        // The compiler writes an exchange into the accessors of an event, and a thread's number into an iterator.
        if (use.Type == "System.Threading.Interlocked"
            && use.CallingMethod is ['a', 'd', 'd', '_', ..] or ['r', 'e', 'm', 'o', 'v', 'e', '_', ..])
            return null;

        return In(use, "System.Threading")
            || use.Type is "System.Linq.ParallelEnumerable" or "System.ThreadStaticAttribute"
            || (In(use, "System.Runtime.CompilerServices") && (Says("TaskAwait") || Says("TaskMethodBuilder")
                || Says("AsyncVoid") || Says("ConfiguredTask") || Says("ConfiguredValueTask") || Says(
                    "YieldAwaitable")))
            ? Advice : null;

        bool Says(string word) => use.Type.Contains(word, StringComparison.Ordinal);
    }

    static string? Numbers(MemberUse use)
    {
        if (MathTypes.Contains(use.Type) && use.Member.Length > 0 && !ExactMath.Contains(use.Member))
            return "the last bits differ between machines; use BitStable, or IEEE basic operations and the square root";

        return use.Type.StartsWith("System.Numerics.Vector", StringComparison.Ordinal)
            || In(use, "System.Numerics.Tensors")
            || use.Type is "System.Numerics.Complex" or "System.Numerics.IExponentialFunctions`1"
                or "System.Numerics.ILogarithmicFunctions`1" or "System.Numerics.IPowerFunctions`1"
                or "System.Numerics.IRootFunctions`1" or "System.Numerics.ITrigonometricFunctions`1"
                or "System.Numerics.IHyperbolicFunctions`1" or "System.Numerics.IFloatingPointIeee754`1"
            || (In(use, "System.Runtime.Intrinsics") && !IsHint(use))
            ? "the order of additions depends on the width of the machine's registers; write a loop" : null;
    }

    /// <summary>A prefetch changes nothing but time.</summary>
    static bool IsHint(MemberUse use) =>
        use.Member.StartsWith("Prefetch", StringComparison.Ordinal)
            || use.Member is "get_IsSupported"
            || use.Member.Length == 0;

    static string? Surroundings(MemberUse use)
    {
        bool isThreadOfAnIterator = use.Member == "get_CurrentManagedThreadId"
            && use.CallingType.Contains('<', StringComparison.Ordinal);
        if (use.Type is "System.Environment" or "System.AppContext" or "System.AppDomain" or "System.OperatingSystem"
                or "System.Runtime.InteropServices.RuntimeInformation" && !isThreadOfAnIterator)
            return "a run is determined by commit, scenario and seed; what the machine says comes in as an argument";

        if (use.Type == "System.Globalization.CultureInfo"
            && use.Member.Length > 0
            && use.Member != "get_InvariantCulture")
            return "texts are the same everywhere: use CultureInfo.InvariantCulture";

        if (use.Type == "System.String" && use.Member == "CompareTo")
            return "its order depends on the culture: use string.CompareOrdinal";

        if (use.Type == "System.GC"
            && !use.Member.StartsWith("Allocate", StringComparison.Ordinal)
            && use.Member is not ("KeepAlive" or "SuppressFinalize"))
            return "nothing may depend on when memory is collected";

        if (use.Type is "System.Console"
            || (In(use, "System.IO") && !SafeStreams.Contains(use.Type))
            || In(use, "System.Net"))
        {
            return "files, terminals and sockets belong to the hosts: write to a Stream or a listener that "
                + "is handed in";
        }

        return In(use, "System.Diagnostics.Process")
            || use.Type is "System.Diagnostics.Process" or "System.WeakReference"
            or "System.WeakReference`1" or "System.Activator" or "a native library"
            || (In(use, "System.Reflection") && use.Member is not ("get_Name" or ""))
            ? "the lower layers are plain code over values" : null;
    }

    static string? Collections(MemberUse use) =>
        In(use, "System.Collections") && !OrderedCollections.Contains(use.Type) && use.CallingType != LookupTable
            ? "it may be enumerated in the order of hash codes; look up with a LookupTable, keep what is "
                + "enumerated in a List" : null;

    /// <summary>Whether a type stands in a namespace or below it.</summary>
    static bool In(MemberUse use, string space) =>
        use.Type.StartsWith(space, StringComparison.Ordinal)
            && use.Type.Length > space.Length
            && use.Type[space.Length] == '.';
}
