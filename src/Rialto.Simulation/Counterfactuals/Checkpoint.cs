using System.Globalization;
using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>
/// How far a run had come at a time: two runs with equal checkpoints had the same history up to there.
/// </summary>
/// <param name="At">Everything due at or before it has happened.</param>
/// <param name="Steps">How many steps were applied.</param>
/// <param name="Hash">The rolling hash of all their events.</param>
public readonly record struct Checkpoint(Timestamp At, long Steps, ulong Hash)
{
    /// <summary>The file of a run's folder that holds its checkpoints.</summary>
    public const string FileName = "checkpoints.csv";

    const string Header = "nanoseconds,steps,hash";

    /// <summary>Writes checkpoints as a table.</summary>
    public static void Write(TextWriter writer, IEnumerable<Checkpoint> checkpoints)
    {
        writer.Write(Header + "\n");
        foreach (Checkpoint checkpoint in checkpoints)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture,
                $"{checkpoint.At.Nanoseconds},{checkpoint.Steps},{checkpoint.Hash:x16}\n"));
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="ScenarioException">The file is something else.</exception>
    public static IReadOnlyList<Checkpoint> Read(string path)
    {
        string[] lines = File.ReadAllLines(path);
        List<Checkpoint> checkpoints = [];
        for (int line = 1; line < lines.Length; line++)
        {
            string[] cells = lines[line].Split(',');
            if (cells.Length != 3
                || !long.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out long at)
                || !long.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out long steps)
                || !ulong.TryParse(
                    cells[2], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong hash))
                throw new ScenarioException($"{path}:{line + 1}: this is not a checkpoint: expected {Header}.");

            checkpoints.Add(new(new(at), steps, hash));
        }

        return checkpoints;
    }

    /// <summary>
    /// The checkpoint at any time, from a run's journal: the hash that stands before its first later input.
    /// </summary>
    /// <returns>Null if the journal ends before that time.</returns>
    public static Checkpoint? Of(JournalReader journal, Timestamp at)
    {
        JournalRecord last = default;
        while (journal.TryRead(out JournalRecord record))
        {
            if (record.Input.At > at)
                return new Checkpoint(at, record.Sequence - 1, record.Hash);

            last = record;
        }

        return journal.FinalHash is { } hash ? new Checkpoint(at, last.Sequence, hash) : null;
    }
}
