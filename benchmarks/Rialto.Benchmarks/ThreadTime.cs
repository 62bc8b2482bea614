using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Rialto.Benchmarks;

/// <summary>The processor time that this thread has used: what other programs do meanwhile does not count.</summary>
static partial class ThreadTime
{
    const int ThreadClock = 3;

    /// <summary>On Linux the thread's own clock; elsewhere the wall clock, for want of a better one.</summary>
    public static double Nanoseconds =>
        OperatingSystem.IsLinux() && ReadClock(ThreadClock, out TimeSpec time) == 0
            ? (time.Seconds * 1e9) + time.Nanoseconds
            : Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency);

    [DllImport("libc", EntryPoint = "clock_gettime")]
    static extern int ReadClock(int clock, out TimeSpec time);

    readonly record struct TimeSpec(long Seconds, long Nanoseconds);
}
