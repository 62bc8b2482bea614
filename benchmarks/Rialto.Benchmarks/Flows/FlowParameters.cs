namespace Rialto.Benchmarks;

/// <summary>What distinguishes the flows A, B and C.</summary>
/// <param name="Symbols">How many instruments.</param>
/// <param name="Target">Orders resting per instrument.</param>
/// <param name="Recent">How many of the youngest orders cancels prefer.</param>
/// <param name="Trades">How many trades the flow makes.</param>
/// <param name="Hash">The hash over its trades.</param>
sealed record FlowParameters(char Name, int Symbols, int Target, int Recent, long Trades, ulong Hash)
{
    public const int Messages = 10_000_000;

    /// <summary>
    /// One liquid name with a deep book; the mix of a derivatives exchange, mostly moves; a thousand small books.
    /// </summary>
    public static readonly FlowParameters[] All =
    [
        new('A', 1, 50_000, 1_024, 1_324_293, 0x31930ee838e72357),
        new('B', 1, 1_000, 1_000, 784_524, 0x34a8b5cd467ef09b),
        new('C', 1_000, 100, 16, 928_769, 0xd9eb843015f66d64),
    ];

    public int Prefill => Symbols * Target;
}
