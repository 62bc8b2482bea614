using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>
/// The names that the LEEPS files use, derived from the seed: a session code and an account for every participant.
/// </summary>
sealed class LeepsNames
{
    readonly string[] _accounts;

    public LeepsNames(ulong seed, int participants)
    {
        RandomStream random = new(seed, "leeps/names");
        Session = Word(random, 8, "abcdefghijklmnopqrstuvwxyz0123456789");
        List<string> accounts = [];
        while (accounts.Count < participants)
        {
            string account = Word(random, 4, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
            if (!accounts.Contains(account))
                accounts.Add(account);
        }

        _accounts = [.. accounts];
    }

    /// <summary>Eight letters and digits.</summary>
    public string Session { get; }

    /// <summary>Four capitals.</summary>
    public string this[ParticipantId participant] => _accounts[participant.Value];

    static string Word(RandomStream random, int length, string letters) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => letters[(int)random.NextBelow((ulong)letters.Length)]));
}
