namespace Rialto.Sinks;

/// <summary>
/// A column of words, each stored once per group of rows and named by its place in the group's dictionary.
/// </summary>
public sealed class TextColumn : ParquetColumn
{
    readonly List<byte[]> _words = [];
    readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
    readonly List<int> _codesInGroup = [];
    int[] _placeOf = [];
    int[] _places = new int[1024];
    int _count;

    /// <param name="name">The column's name.</param>
    /// <param name="words">Words known in advance; a word's code is its place among them.</param>
    /// <param name="isOptional">Whether a row may have no word.</param>
    public TextColumn(string name, IReadOnlyList<string> words, bool isOptional = false)
        : base(name, isOptional)
    {
        foreach (string word in words)
            Append(word);
    }

    /// <summary>The code of a word, which becomes known if it was not.</summary>
    public int CodeOf(string word) => _codes.TryGetValue(word, out int code) ? code : Append(word);

    /// <summary>Adds the word of the next row, by its code.</summary>
    public void Add(int? code)
    {
        CountRow(code.HasValue);
        if (!code.HasValue)
            return;

        if (_count == _places.Length)
            Array.Resize(ref _places, 2 * _count);

        int place = _placeOf[code.GetValueOrDefault()] - 1;
        _places[_count++] = place >= 0 ? place : Enter(code.GetValueOrDefault());
    }

    internal override ParquetType Type => ParquetType.ByteArray;

    internal override ParquetEncoding Encoding => ParquetEncoding.RleDictionary;

    internal override int Present => _count;

    internal override int DictionaryCount => _codesInGroup.Count;

    internal override void WriteDictionary(ByteBuffer page)
    {
        foreach (int code in _codesInGroup)
        {
            page.WriteInt32(_words[code].Length);
            page.Write(_words[code]);
        }
    }

    internal override void WriteValues(ByteBuffer page)
    {
        int width = HybridEncoding.WidthFor(_codesInGroup.Count - 1);
        page.WriteByte((byte)width);
        HybridEncoding.Write<int>(page, _places.AsSpan(0, _count), width);
    }

    internal override void Clear()
    {
        base.Clear();
        foreach (int code in _codesInGroup)
            _placeOf[code] = 0;

        _codesInGroup.Clear();
        _count = 0;
    }

    /// <summary>Gives the word a place in the dictionary of this group.</summary>
    int Enter(int code)
    {
        _codesInGroup.Add(code);
        _placeOf[code] = _codesInGroup.Count;
        return _codesInGroup.Count - 1;
    }

    int Append(string word)
    {
        int code = _words.Count;
        _words.Add(System.Text.Encoding.UTF8.GetBytes(word));
        _codes.TryAdd(word, code);
        if (code >= _placeOf.Length)
            Array.Resize(ref _placeOf, Math.Max(16, 2 * code));

        return code;
    }
}
