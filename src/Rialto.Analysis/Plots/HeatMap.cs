namespace Rialto.Analysis;

/// <summary>A grid of cells whose opacity says how much is in them, in a few steps from transparent to full.</summary>
static class HeatMap
{
    /// <summary>How many steps of opacity.</summary>
    public const int Steps = 14;

    /// <param name="cells">By row and column, zero or more.</param>
    /// <param name="full">So much, or more, is drawn with full colour.</param>
    /// <param name="columnEdge">The left edge of a column, and of the one after the last.</param>
    /// <param name="rowMiddle">The middle of a row.</param>
    /// <returns>
    /// One path for each step of opacity, along the middles of the cells, neighbours in a row joined: a stroke as wide
    /// as a row is high makes the cells, and needs half as many letters as rectangles.
    /// </returns>
    public static PathData[] Of(double[,] cells, double full, Func<int, double> columnEdge, Func<int, double> rowMiddle)
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
                    paths[step].MoveTo(columnEdge(first), rowMiddle(row)).HorizontalTo(columnEdge(end));
                first = end;
            }
        }

        return paths;
    }

    static int StepOf(double cell, double full) =>
        cell <= 0 ? 0 : Math.Clamp((int)Math.Ceiling(cell / full * Steps), 1, Steps);
}
