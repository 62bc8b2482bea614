namespace Rialto.Trading;

/// <summary>Kinds of events that somebody listens to, or nobody does. What nobody listens to is not written.</summary>
[Flags]
public enum EventClasses : byte
{
    None = 0,

    /// <summary>What a participant is told of its own orders, executions and fees excepted.</summary>
    Answers = 1,

    /// <summary>Executions and their fees.</summary>
    Executions = 2,

    /// <summary>Trades.</summary>
    Trades = 4,

    /// <summary>Changes of displayed levels: market data by price (L2).</summary>
    Levels = 8,

    /// <summary>Changes of displayed orders: market data order by order (L3).</summary>
    Orders = 16,

    /// <summary>Indications and results of auctions.</summary>
    Auctions = 32,

    /// <summary>Changes of the trading state.</summary>
    States = 64,

    /// <summary>Everything but <see cref="Orders"/>.</summary>
    Usual = Answers | Executions | Trades | Levels | Auctions | States,

    All = Usual | Orders,
}
