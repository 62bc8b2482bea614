namespace Rialto.Simulation;

/// <summary>
/// Reads a small CSV file that a scenario names: its first row names the keys, every other row is a mapping. An empty
/// cell is a key that is left out.
/// </summary>
static class CsvTable
{
    public static IReadOnlyList<Node> Read(string path, Node namedAt)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new ScenarioException(
                namedAt,
                $"{path} cannot be read: {(File.Exists(path) ? unreadable.Message : "there is no such file")}.");
        }

        if (lines.Length == 0)
        {
            throw new ScenarioException(
                $"{path}: the file is empty, expected a first row with the names of the columns.");
        }

        string[] keys = Cells(lines[0]);
        List<Node> rows = [];
        for (int line = 2; line <= lines.Length; line++)
        {
            if (string.IsNullOrWhiteSpace(lines[line - 1]))
                continue;

            string[] cells = Cells(lines[line - 1]);
            if (cells.Length != keys.Length)
            {
                throw new ScenarioException(
                    $"{path}:{line}: {cells.Length} columns, expected {keys.Length}: {string.Join(", ", keys)}.");
            }

            MapNode row = new(new Place(path, line, 1));
            for (int column = 0; column < keys.Length; column++)
            {
                Place place = new(path, line, column + 1);
                if (cells[column].Length > 0)
                    row.Set(keys[column], place, new ScalarNode(place, cells[column]));
            }

            rows.Add(row);
        }

        return rows;
    }

    static string[] Cells(string line) => line.Split(',', StringSplitOptions.TrimEntries);
}
