namespace Rialto.Agents;

/// <summary>What an agent can wait for, and what it is told when it is continued.</summary>
[Flags]
public enum Signals : byte
{
    None = 0,

    /// <summary>The time waited for has come.</summary>
    Time = 1,

    /// <summary>An answer to a request of its own, or an execution, has arrived.</summary>
    Private = 2,

    /// <summary>A trade in a listing that it watches.</summary>
    Trade = 4,

    /// <summary>The best quotes of a listing that it watches changed.</summary>
    Quote = 8,

    /// <summary>A batch auction of a listing that it watches has taken place.</summary>
    Batch = 16,

    /// <summary>The market has closed. Comes once, to everybody, whatever was waited for.</summary>
    Closed = 32,

    /// <summary>A listing that it watches has passed into another trading state: an auction, a halt, the end.</summary>
    State = 64,

    /// <summary>An auction that collects orders in a listing that it watches would clear elsewhere now.</summary>
    Indication = 128,

    /// <summary>Trades, quotes and batches.</summary>
    Public = Trade | Quote | Batch,
}
