using System.Text;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>A random session: what people do, one after another.</summary>
sealed class Session(IReadOnlyList<Move> moves)
{
    public IReadOnlyList<Move> Moves => moves;

    /// <param name="random">Where the moves come from.</param>
    /// <param name="instruments">How many listings there are.</param>
    /// <param name="count">How many moves.</param>
    /// <param name="everyOrder">Whether all types of orders are used.</param>
    public static Session Random(RandomStream random, int instruments, int count, bool everyOrder)
    {
        RandomMoves moves = new(random, instruments, everyOrder);
        return new Session([.. Enumerable.Range(0, count).Select(_ => moves.Next())]);
    }

    /// <summary>Smaller sessions, the much smaller first.</summary>
    public IEnumerable<Session> Smaller()
    {
        for (int part = moves.Count / 2; part > 0; part /= 2)
        {
            for (int start = 0; start + part <= moves.Count; start += part)
                yield return new Session([.. moves.Take(start), .. moves.Skip(start + part)]);
        }

        for (int i = 0; i < moves.Count; i++)
        {
            foreach (Move plainer in moves[i].Plainer())
                yield return new Session([.. moves.Take(i), plainer, .. moves.Skip(i + 1)]);
        }
    }

    public override string ToString() =>
        moves.Aggregate(new StringBuilder(), (text, move) => text.AppendLine().Append("  ").Append(move)).ToString();
}
