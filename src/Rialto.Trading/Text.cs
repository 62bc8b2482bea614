using System.Globalization;

namespace Rialto.Trading;

/// <summary>Numbers as text, the same under every culture.</summary>
static class Text
{
    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);
}
