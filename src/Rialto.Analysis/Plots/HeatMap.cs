namespace Rialto.Analysis;

/// <summary>A grid of cells whose opacity says how much is in them, in a few steps from transparent to full.</summary>
static class HeatMap
{
    /// <summary>How many steps of opacity.</summary>
    public const int Steps = 14;

    /// <param name="cells">By row and column, zero or more.</param>
    /// <param name="full">So much, or more, is drawn with full colour.</param>
    /// <param name="columnEdge">The left edge of a column, and of the one after the last.</param>
    /// <param name="rowEdge">The bottom edge of a row, and of the one after the last.</param>
    /// <returns>One path for each step of opacity, neighbours in a row joined.</returns>
    public static PathData[] Of(double[,] cells, double full, Func<int, double> columnEdge, Func<int, double> rowEdge)
    {
        PathData[] paths = [.. Enumerable.Range(0, Steps + 1).Select(_ => new PathData())];
        int columns = cells.GetLength(1);
        for (int row = 0; row < cells.GetLength(0); row++)
        {
            int first = 0;
            while (first < columns)
            {
                int step = StepOf(cells[row, first], full);
                int end = first + 1;
                while (end < columns && StepOf(cells[row, end], full) == step)
                    end++;

                if (step > 0)
                    paths[step].Rectangle(columnEdge(first), rowEdge(row + 1), columnEdge(end), rowEdge(row));
                first = end;
            }
        }

        return paths;
    }

    static int StepOf(double cell, double full) =>
        cell <= 0 ? 0 : Math.Clamp((int)Math.Ceiling(cell / full * Steps), 1, Steps);
}
