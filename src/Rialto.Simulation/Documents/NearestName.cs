namespace Rialto.Simulation;

/// <summary>Finds the known name that somebody may have meant.</summary>
public static class NearestName
{
    /// <returns><c>; did you mean 'x'?</c>, or a list of the known names if none is near.</returns>
    public static string Hint(string written, IReadOnlyCollection<string> known)
    {
        string? nearest = known.MinBy(name => Distance(written, name));
        if (nearest is not null && Distance(written, nearest) <= Math.Max(2, written.Length / 3))
            return $"; did you mean '{nearest}'?";

        return known.Count == 0 ? "; nothing is expected here." : $"; expected one of: {string.Join(", ", known)}.";
    }

    /// <summary>Whether one is likely to be the other, and not another word.</summary>
    public static bool AreVeryNear(string written, string known) =>
        Distance(written, known) <= Math.Max(1, written.Length / 4);

    /// <summary>Levenshtein's distance: how many letters to insert, remove or change.</summary>
    static int Distance(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int cost = char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]) ? 0 : 1;
                int changed = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + cost);
                (diagonal, row[j]) = (row[j], changed);
            }
        }

        return row[^1];
    }
}
