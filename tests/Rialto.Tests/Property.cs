using FsCheck;
using FsCheck.Fluent;

namespace Rialto.Tests;

/// <summary>Something that holds for every case; a failure is shrunk to a small one and says how to repeat it.</summary>
static class Property
{
    /// <summary>Any number: the cases are the same on every machine, so that a failure is one everywhere.</summary>
    static readonly Config SameCasesEverywhere = Config.QuickThrowOnFailure.WithReplay(20_260_101, 1).WithMaxTest(300).WithQuietOnSuccess(true);

    public static void Holds<T>(Gen<T> cases, Action<T> check) =>
        Prop.ForAll(cases.ToArbitrary(), check).Check(SameCasesEverywhere);

    /// <summary>The same over lists, which shrink by losing items.</summary>
    public static void HoldsForLists<T>(Gen<T> items, Action<IReadOnlyList<T>> check) =>
        Prop.ForAll(
            Arb.From(Gen.ListOf(items).Select(list => list.ToArray()), WithoutOne),
            list => check(list)).Check(SameCasesEverywhere);

    static IEnumerable<T[]> WithoutOne<T>(T[] list) =>
        Enumerable.Range(0, list.Length).Select(gone => list.Where((_, index) => index != gone).ToArray());
}
