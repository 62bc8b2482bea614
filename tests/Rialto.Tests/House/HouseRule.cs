namespace Rialto.Tests.House;

/// <summary>A rule that nothing may break; the list of what does is the message.</summary>
static class HouseRule
{
    public static void Holds(IEnumerable<string> offences)
    {
        string[] found = [.. offences.Distinct()];
        if (found.Length > 0)
            Assert.Fail(string.Join(Environment.NewLine, found));
    }
}
