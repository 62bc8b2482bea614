using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Rialto.Sinks;

/// <summary>The names of an enum's values as files show them: <c>LevelChanged</c> is <c>level-changed</c>.</summary>
/// <remarks>A value without a name, as a refused request may carry, is shown as its number.</remarks>
static partial class Words<TEnum>
    where TEnum : unmanaged, Enum
{
    static readonly string[] Texts = [.. Enumerable.Range(0, 256).Select(value => TextOf((byte)value))];
    static readonly byte[][] Encoded = [.. Texts.Select(Encoding.UTF8.GetBytes)];

    /// <summary>By number; the place of a value in this list is its <see cref="CodeOf"/>.</summary>
    public static IReadOnlyList<string> All => Texts;

    public static int CodeOf(TEnum value) => Unsafe.BitCast<TEnum, byte>(value);

    public static ReadOnlySpan<byte> Utf8(TEnum value) => Encoded[CodeOf(value)];

    static string TextOf(byte value) =>
        InnerCapital().Replace(Unsafe.BitCast<byte, TEnum>(value).ToString(), "-$0").ToLowerInvariant();

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex InnerCapital();
}
