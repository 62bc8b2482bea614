using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Rialto.Tests;

/// <summary>
/// Something that holds for every case; a failure is shrunk to a small one and says how to repeat it.
/// </summary>
/// <remarks>The environment variable <c>RIALTO_CASES</c> asks for more cases; the first ones stay the same.</remarks>
static class Property
{
    const int FewestCases = 300;

    static readonly int Cases =
        int.TryParse(Environment.GetEnvironmentVariable("RIALTO_CASES"), CultureInfo.InvariantCulture, out int cases)
            ? Math.Max(FewestCases, cases)
            : FewestCases;

    /// <summary>Any number: the cases are the same on every machine, so that a failure is one everywhere.</summary>
    static readonly Config SameCasesEverywhere =
        Config.QuickThrowOnFailure.WithReplay(20_260_101, 1).WithMaxTest(Cases).WithQuietOnSuccess(true);

    public static void Holds<T>(Gen<T> cases, Action<T> check) =>
        Prop.ForAll(cases.ToArbitrary(), check).Check(SameCasesEverywhere);

    /// <param name="cases">The cases to try.</param>
    /// <param name="smaller">Cases that are smaller than one that failed, the much smaller first.</param>
    /// <param name="check">Throws if it does not hold.</param>
    public static void Holds<T>(Gen<T> cases, Func<T, IEnumerable<T>> smaller, Action<T> check) =>
        Prop.ForAll(Arb.From(cases, smaller), check).Check(SameCasesEverywhere);

    /// <summary>The same over lists, which shrink by losing items.</summary>
    public static void HoldsForLists<T>(Gen<T> items, Action<IReadOnlyList<T>> check) =>
        Holds(Gen.ListOf(items).Select(list => list.ToArray()), WithoutOne, list => check(list));

    static IEnumerable<T[]> WithoutOne<T>(T[] list) =>
        Enumerable.Range(0, list.Length).Select(gone => list.Where((_, index) => index != gone).ToArray());
}
