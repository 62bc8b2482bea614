namespace Rialto.Acceptance;

/// <summary>A LOBSTER tape of our own: six messages, two levels per side.</summary>
static class TapePair
{
    public const string Messages = """
        34200.100000000,1,11,100,5850000,1
        34200.200000000,1,12,30,5855000,1
        34200.300000000,4,12,10,5855000,1
        34200.400000000,3,12,20,5855000,1
        34200.500000000,2,11,40,5850000,1
        34200.600000000,5,0,7,5855000,1

        """;

    public const string Book = """
        5860000,50,5850000,100,5861000,40,5849000,10
        5860000,50,5855000,30,5861000,40,5850000,100
        5860000,50,5855000,20,5861000,40,5850000,100
        5860000,50,5850000,100,5861000,40,5849000,10
        5860000,50,5850000,60,5861000,40,5849000,10
        5860000,50,5850000,60,5861000,40,5849000,10

        """;

    /// <summary>Writes both files under names that LOBSTER would give them.</summary>
    public static (string Messages, string Book) WriteTo(TemporaryFolder folder) => (
        folder.Write("OURS_2012-06-21_34200000_57600000_message_2.csv", Messages),
        folder.Write("OURS_2012-06-21_34200000_57600000_orderbook_2.csv", Book));
}
