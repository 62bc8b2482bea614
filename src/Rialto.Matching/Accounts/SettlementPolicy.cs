namespace Rialto.Matching;

/// <summary>What an account must hold before its orders may trade.</summary>
public enum SettlementPolicy : byte
{
    /// <summary>
    /// Nothing: cash and inventory may become negative. Only an order that would take its account's cash out of the
    /// range of its number is cut when it matches.
    /// </summary>
    Unlimited,

    /// <summary>
    /// An order is accepted only if its account can pay for it, or deliver it, beside all its other orders; what it
    /// needs is reserved until it trades or ends. Market orders have no price to reserve for: they are cut when they
    /// match.
    /// </summary>
    Reserve,

    /// <summary>
    /// Nothing is checked on entry. An order that its account cannot pay for or deliver when it matches is cut to what
    /// it can. (The rule of the async random-trader study.)
    /// </summary>
    ShrinkAtMatch,
}
