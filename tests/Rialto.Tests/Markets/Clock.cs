using System.Globalization;
using Rialto.Trading;

namespace Rialto.Tests.Markets;

/// <summary>Times of tests, in milliseconds.</summary>
static class Clock
{
    public static Timestamp At(double milliseconds) => new((long)(milliseconds * 1e6));

    public static Duration Ms(double milliseconds) => new((long)(milliseconds * 1e6));

    public static string Text(Timestamp at) => (at.Nanoseconds / 1e6).ToString(CultureInfo.InvariantCulture);
}
