using System.Globalization;
using System.Text;
using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>The outline of an SVG path: relative moves, in tenths of a pixel.</summary>
/// <remarks>Rounded positions are subtracted, not differences rounded, so that errors do not add up.</remarks>
sealed class PathData
{
    readonly StringBuilder _text = new();
    long _x;
    long _y;

    public bool IsEmpty => _text.Length == 0;

    public PathData MoveTo(double x, double y)
    {
        (_x, _y) = (Tenths(x), Tenths(y));
        _text.Append('M');
        AppendTenths(_text, _x);
        AppendNext(_y);
        return this;
    }

    public PathData HorizontalTo(double x)
    {
        long moved = Tenths(x) - _x;
        if (moved != 0)
            AppendTenths(_text.Append('h'), moved);

        _x += moved;
        return this;
    }

    public PathData VerticalTo(double y)
    {
        long moved = Tenths(y) - _y;
        if (moved != 0)
            AppendTenths(_text.Append('v'), moved);

        _y += moved;
        return this;
    }

    public PathData LineTo(double x, double y)
    {
        (long movedX, long movedY) = (Tenths(x) - _x, Tenths(y) - _y);
        AppendTenths(_text.Append('l'), movedX);
        AppendNext(movedY);
        (_x, _y) = (_x + movedX, _y + movedY);
        return this;
    }

    /// <summary>A line of no length, which round caps make a dot.</summary>
    public PathData Dot(double x, double y)
    {
        MoveTo(x, y);
        _text.Append("h0");
        return this;
    }

    public PathData Rectangle(double left, double top, double right, double bottom)
    {
        MoveTo(left, top);
        HorizontalTo(right).VerticalTo(bottom).HorizontalTo(left);
        _text.Append('z');
        return this;
    }

    public PathData Close()
    {
        _text.Append('z');
        return this;
    }

    public override string ToString() => _text.ToString();

    /// <summary>Writes a number of tenths with at most one decimal.</summary>
    public static void AppendTenths(StringBuilder text, long tenths)
    {
        if (tenths < 0)
            text.Append('-');

        (long whole, long rest) = Math.DivRem(Math.Abs(tenths), 10);
        if (whole != 0 || rest == 0)
            text.Append(CultureInfo.InvariantCulture, $"{whole}");
        if (rest != 0)
            text.Append('.').Append((char)('0' + rest));
    }

    public static long Tenths(double pixels)
    {
        Invariant.Holds(double.IsFinite(pixels), $"a coordinate of {pixels}");
        return (long)Math.Round(Math.Clamp(pixels, -1e6, 1e6) * 10);
    }

    void AppendNext(long tenths)
    {
        if (tenths >= 0)
            _text.Append(' ');

        AppendTenths(_text, tenths);
    }
}
