namespace Rialto.Analysis;

/// <summary>The area between two step functions that change at the same places.</summary>
static class Band
{
    /// <param name="edges">
    /// From place to place: lower and upper edge in the units of the data; null where there is none.
    /// </param>
    /// <param name="until">Where the last pair ends.</param>
    public static PathData Of(
        IReadOnlyList<(double X, double Lower, double Upper)?> edges, LinearScale x, LinearScale y, double until)
    {
        PathData path = new();
        int first = 0;
        while (first < edges.Count)
        {
            if (edges[first] is null)
            {
                first++;
                continue;
            }

            int end = first;
            while (end < edges.Count && edges[end] is not null)
                end++;

            Append(path, [.. edges.Skip(first).Take(end - first).Select(edge => edge!.Value)], x, y, until);
            first = end;
        }

        return path;
    }

    static void Append(
        PathData path, (double X, double Lower, double Upper)[] edges, LinearScale x, LinearScale y, double until)
    {
        path.MoveTo(x.At(edges[0].X), y.At(edges[0].Upper));
        foreach ((double at, _, double upper) in edges)
            path.HorizontalTo(x.At(at)).VerticalTo(y.At(upper));

        path.HorizontalTo(x.At(until));
        for (int i = edges.Length - 1; i >= 0; i--)
            path.VerticalTo(y.At(edges[i].Lower)).HorizontalTo(x.At(edges[i].X));

        path.Close();
    }
}
