using Spectre.Console;

namespace Rialto.Cli;

/// <summary>Tables without lines, below faint headings.</summary>
static class PlainTable
{
    /// <summary>A table whose columns keep their distance to the right.</summary>
    public static Table Of(params ReadOnlySpan<string> headings)
    {
        Table table = Empty();
        foreach (string heading in headings)
            table.AddColumn(Column(heading).PadRight(3));

        return table;
    }

    public static Table Empty() => new Table().Border(TableBorder.None);

    public static TableColumn Column(string heading) => new(Faint(heading));

    public static Text Faint(string text) => new(text, new Style(decoration: Decoration.Dim));

    public static Text Bold(string text) => new(text, new Style(decoration: Decoration.Bold));
}
