namespace Rialto.Agents;

/// <summary>What an exogenous order flow sends.</summary>
public enum FlowKind : byte
{
    /// <summary>An order that rests in the book.</summary>
    Limit,

    /// <summary>An order that trades at once, at any price.</summary>
    Market,

    /// <summary>The end of an order that was resting.</summary>
    Cancel,
}
