using System.Globalization;

namespace Rialto.Cli;

/// <summary>Where things are kept if the user does not say where.</summary>
static class RunPaths
{
    public const string Root = "runs";

    /// <summary>A path that there is not yet: below a name, the time of day.</summary>
    public static string New(string name) => Path.Combine(
        Root, name, DateTimeOffset.Now.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture));
}
