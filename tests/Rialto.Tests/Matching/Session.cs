using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Rialto.Tests.Matching;

/// <summary>A random session: what people do, one after another.</summary>
sealed class Session(IReadOnlyList<Move> moves)
{
    public IReadOnlyList<Move> Moves => moves;

    public static Gen<Session> Any(int instruments) => Gen.ListOf(Move.Any(instruments)).Select(list => new Session([.. list]));

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
