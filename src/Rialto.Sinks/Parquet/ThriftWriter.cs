using System.Text;

namespace Rialto.Sinks;

/// <summary>Writes structures as Thrift's compact protocol does: the form of all metadata in a Parquet file.</summary>
/// <remarks>
/// A structure is opened, its fields are written in ascending order of their numbers, and it is closed; elements of a
/// list are written without numbers. Source: Apache Thrift, "Thrift compact protocol specification".
/// </remarks>
sealed class ThriftWriter(ByteBuffer buffer)
{
    const int I32 = 5;
    const int I64 = 6;
    const int Binary = 8;
    const int List = 9;
    const int Structure = 12;

    readonly Stack<int> _outer = new();
    int _lastField;

    /// <summary>Begins the outermost structure, or one that is an element of a list.</summary>
    public void Open()
    {
        _outer.Push(_lastField);
        _lastField = 0;
    }

    public void Open(int field)
    {
        WriteHead(field, Structure);
        Open();
    }

    public void Close()
    {
        buffer.WriteByte(0);
        _lastField = _outer.Pop();
    }

    public void Write(int field, int value)
    {
        WriteHead(field, I32);
        buffer.WriteZigZag(value);
    }

    public void Write(int field, long value)
    {
        WriteHead(field, I64);
        buffer.WriteZigZag(value);
    }

    public void Write(int field, string text)
    {
        WriteHead(field, Binary);
        WriteText(text);
    }

    public void Write(int field, ReadOnlySpan<byte> bytes)
    {
        WriteHead(field, Binary);
        buffer.WriteVarint((ulong)bytes.Length);
        buffer.Write(bytes);
    }

    public void WriteList(int field, params ReadOnlySpan<int> values)
    {
        OpenList(field, values.Length, I32);
        foreach (int value in values)
            buffer.WriteZigZag(value);
    }

    public void WriteList(int field, params ReadOnlySpan<string> texts)
    {
        OpenList(field, texts.Length, Binary);
        foreach (string text in texts)
            WriteText(text);
    }

    /// <summary>Begins a list; as many structures must follow.</summary>
    public void OpenStructures(int field, int count) => OpenList(field, count, Structure);

    void OpenList(int field, int count, int type)
    {
        WriteHead(field, List);
        if (count < 15)
        {
            buffer.WriteByte((byte)((count << 4) | type));
            return;
        }

        buffer.WriteByte((byte)(0xF0 | type));
        buffer.WriteVarint((ulong)count);
    }

    void WriteHead(int field, int type)
    {
        buffer.WriteByte((byte)(((field - _lastField) << 4) | type));
        _lastField = field;
    }

    void WriteText(string text)
    {
        buffer.WriteVarint((ulong)Encoding.UTF8.GetByteCount(text));
        buffer.WriteUtf8(text);
    }
}
