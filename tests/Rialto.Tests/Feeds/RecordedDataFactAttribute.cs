using System.Runtime.CompilerServices;
using Xunit.Sdk;
using Xunit.v3;

namespace Rialto.Tests.Feeds;

/// <summary>
/// A test on recorded market data, which is not ours to ship. Where there is none, there is no such test.
/// </summary>
[XunitTestCaseDiscoverer(typeof(RecordedDataDiscoverer))]
[AttributeUsage(AttributeTargets.Method)]
sealed class RecordedDataFactAttribute(
    [CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
    : FactAttribute(sourceFilePath, sourceLineNumber);

/// <summary>Finds the test only if the data is there, so that it is neither failed nor skipped.</summary>
public sealed class RecordedDataDiscoverer : IXunitTestCaseDiscoverer
{
    readonly FactDiscoverer _facts = new();

    public ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute) =>
        RecordedData.Folder is null ? new([]) : _facts.Discover(discoveryOptions, testMethod, factAttribute);
}
