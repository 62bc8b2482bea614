using Rialto.Trading;

namespace Rialto.Feeds;

/// <summary>Reads a file of comma-separated numbers, line by line and column by column, without allocating.</summary>
/// <remarks>
/// Lines end with LF or CR LF; the last may end with the file. Nothing is quoted and no space is passed over; a UTF-8
/// byte order mark is. Lines and columns are numbered from 1.
/// </remarks>
sealed class NumberLines(string file) : IDisposable
{
    const int LongestLine = 1 << 20;
    const int MostDigits = 18; // Any eighteen digits fit into 64 bits.
    const long NanosecondsPerSecond = 1_000_000_000;
    const long SecondsPerDay = 86_400;

    readonly FileStream _stream =
        new(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);

    byte[] _buffer = new byte[1 << 16];
    int _filled;
    int _nextLine;
    int _lineEnd;
    int _columnStart;
    int _columnEnd;
    bool _streamEnded;

    public string File => file;

    /// <summary>The line read last; zero before the first.</summary>
    public long Line { get; private set; }

    /// <summary>The column read last; zero before the first of a line.</summary>
    public int Column { get; private set; }

    /// <summary>Whether the line goes on after the column read last.</summary>
    public bool HasMoreColumns => _columnEnd < _lineEnd;

    /// <summary>Goes to the next line. False at the end of the file.</summary>
    /// <exception cref="FeedException">The line does not end within a million bytes.</exception>
    public bool TryNextLine()
    {
        int searched = _nextLine;
        while (true)
        {
            int length = _buffer.AsSpan(searched, _filled - searched).IndexOf((byte)'\n');
            if (length >= 0)
            {
                BeginLine(searched + length, searched + length + 1);
                return true;
            }

            if (_streamEnded)
            {
                bool isLast = _nextLine < _filled;
                if (isLast)
                    BeginLine(_filled, _filled);

                return isLast;
            }

            int read = Fill();
            searched = _filled - read;
        }
    }

    /// <summary>How many columns the line has; an empty line has one, which is empty.</summary>
    public int CountColumns() => _buffer.AsSpan(_columnStart, _lineEnd - _columnStart).Count((byte)',') + 1;

    /// <summary>Reads the next column as an integer.</summary>
    /// <param name="lowest">The smallest that is allowed.</param>
    /// <param name="highest">The largest that is allowed, of at most 18 digits.</param>
    /// <param name="expected">What stands there, for the message of the exception.</param>
    /// <exception cref="FeedException">There is no further column, or it is not such a number.</exception>
    public long ReadInteger(long lowest, long highest, string expected)
    {
        int at = BeginColumn(expected);
        bool isNegative = at < _lineEnd && _buffer[at] == '-';
        if (isNegative)
            at++;

        int end = ReadDigits(at, MostDigits, out long value);
        if (isNegative)
            value = -value;
        if (end == at || !TryEndColumn(end) || value < lowest || value > highest)
            throw Unexpected(expected);

        return value;
    }

    /// <summary>Reads the next column as decimal seconds after midnight, below one day.</summary>
    /// <returns>Nanoseconds, exact to nine decimals; further decimals round to the nearest, a half up.</returns>
    /// <exception cref="FeedException">There is no further column, or it is not such a number.</exception>
    public Timestamp ReadSeconds()
    {
        const string Expected = "seconds after midnight";
        int at = BeginColumn(Expected);
        int end = ReadDigits(at, 5, out long seconds);
        bool hasDigits = end > at;
        long nanoseconds = seconds * NanosecondsPerSecond;

        if (end < _lineEnd && _buffer[end] == '.')
        {
            int decimals = end + 1;
            end = ReadDigits(decimals, 9, out long fraction);
            hasDigits &= end > decimals;
            for (int digits = end - decimals; digits < 9; digits++)
                fraction *= 10;

            if (end < _lineEnd && _buffer[end] is >= (byte)'5' and <= (byte)'9')
                fraction++;

            nanoseconds += fraction;
            end = ReadDigits(end, int.MaxValue, out _);
        }

        if (!hasDigits || !TryEndColumn(end) || seconds >= SecondsPerDay)
            throw Unexpected(Expected);

        return new(nanoseconds);
    }

    /// <summary>The exception that says that the column read last is not what it should be.</summary>
    public FeedException Unexpected(string expected)
    {
        int length = _buffer.AsSpan(_columnStart, _lineEnd - _columnStart).IndexOf((byte)',');
        int end = length < 0 ? _lineEnd : _columnStart + length;
        return new(file, Line, Column, expected, Excerpt.Of(_buffer.AsSpan(_columnStart, end - _columnStart)));
    }

    public void Dispose() => _stream.Dispose();

    void BeginLine(int end, int next)
    {
        int start = _nextLine;
        if (Line == 0 && _buffer.AsSpan(start, end - start).StartsWith("\uFEFF"u8))
            start += 3;
        if (end > start && _buffer[end - 1] == '\r')
            end--;

        _lineEnd = end;
        _nextLine = next;
        _columnStart = start;
        _columnEnd = start - 1;
        Line++;
        Column = 0;
    }

    int BeginColumn(string expected)
    {
        if (!HasMoreColumns)
            throw new FeedException(file, Line, Column + 1, expected, "the end of the line");

        Column++;
        return _columnStart = _columnEnd + 1;
    }

    bool TryEndColumn(int end)
    {
        _columnEnd = end;
        return end == _lineEnd || _buffer[end] == ',';
    }

    /// <summary>Reads digits from a place on, at most so many. The value has a meaning for up to 18.</summary>
    int ReadDigits(int at, int most, out long value)
    {
        value = 0;
        int end = (int)Math.Min(_lineEnd, (long)at + most);
        while (at < end)
        {
            uint digit = unchecked((uint)(_buffer[at] - '0'));
            if (digit > 9)
                break;

            value = unchecked((value * 10) + digit);
            at++;
        }

        return at;
    }

    /// <summary>Makes room and reads on. Returns how many bytes were read.</summary>
    int Fill()
    {
        if (_nextLine > 0)
        {
            _buffer.AsSpan(_nextLine, _filled - _nextLine).CopyTo(_buffer);
            _filled -= _nextLine;
            _nextLine = 0;
        }

        if (_filled == LongestLine)
            throw new FeedException(file, Line + 1, null, "the end of a line", "a million bytes without one");
        if (_filled == _buffer.Length)
            Array.Resize(ref _buffer, 2 * _buffer.Length);

        int read = _stream.Read(_buffer, _filled, _buffer.Length - _filled);
        _streamEnded = read == 0;
        _filled += read;
        return read;
    }
}
