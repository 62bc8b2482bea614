using FsCheck;
using FsCheck.Fluent;
using Rialto.Trading;

namespace Rialto.Tests.Trading;

/// <summary>Prices for property tests.</summary>
static class Prices
{
    public static Gen<(Price Left, Price Right)> Two(Gen<int> ticks) =>
        from left in ticks from right in ticks select (new Price(left), new Price(right));
}
