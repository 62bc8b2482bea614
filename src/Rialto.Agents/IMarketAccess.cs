using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>Everything that an agent may know and do: its port to the market.</summary>
/// <remarks>
/// Two sides: the carrier's port, in virtual or wall time, and a live client's. What an agent reads is what has reached
/// it: public data as of now minus its data latency, its own account after the executions that it has been told of.
/// </remarks>
public interface IMarketAccess
{
    Timestamp Now { get; }

    /// <summary>False once the trading session has closed; the agent is continued once more then.</summary>
    bool IsOpen { get; }

    ParticipantId Participant { get; }

    /// <summary>The listing that the agent trades unless it says otherwise. It watches it from the start.</summary>
    Listing Home { get; }

    /// <summary>What the agent has, as far as it has been told.</summary>
    Cash Cash { get; }

    /// <summary>How long a request takes to its venue. Requests never overtake one another.</summary>
    Duration OrderLatency { get; }

    /// <summary>What happened; meaningful just after a wait.</summary>
    Signals Resumed { get; }

    /// <summary>What an instrument is: its tick, its lot, and what a tick of one lot costs in cash.</summary>
    Instrument Instrument(InstrumentId instrument);

    /// <summary>Lots owned, as far as the agent has been told; negative when sold short.</summary>
    long Inventory(InstrumentId instrument);

    /// <summary>The listing of the home instrument at another venue.</summary>
    bool TryFind(string venue, out Listing listing);

    /// <summary>Watches another listing too: its public events are signalled from now on.</summary>
    void Watch(Listing listing);

    /// <summary>
    /// Watches a listing by a line of its own: what is public there reaches the agent after this time.
    /// </summary>
    void Watch(Listing listing, Duration latency);

    /// <summary>Asks for the whole displayed book of a listing: <see cref="Depth"/> shows it from now on.</summary>
    void WatchDepth(Listing listing);

    /// <summary>The quote that has reached the agent last; false if none was published yet.</summary>
    bool TryQuote(Listing listing, out Quote quote);

    /// <summary>The trade that has reached the agent last; false if there was none yet.</summary>
    bool TryLastTrade(Listing listing, out Trade trade);

    /// <summary>Lots traded in a listing so far, as has reached the agent.</summary>
    long Volume(Listing listing);

    /// <summary>The displayed book as it has reached the agent: to read until the next wait, not to keep.</summary>
    /// <exception cref="InvalidOperationException">
    /// The agent has not asked for it: <see cref="WatchDepth"/>.
    /// </exception>
    DisplayedBook Depth(Listing listing);

    /// <summary>
    /// The agent's own live orders, as far as it has been told. They are kept from the first time it asks on.
    /// </summary>
    OwnOrders Orders { get; }

    /// <summary>Sends a request. It never refuses: the answer is an event.</summary>
    /// <param name="request">The port fills in the participant, and for a new order its name.</param>
    /// <returns>The name of the order entered, or of the one that the request named.</returns>
    ClientOrderId Send(in Request request);

    /// <summary>
    /// Asks for another connection: later requests take this long. It cannot overtake what is under way.
    /// </summary>
    void UseConnection(Duration orderLatency);

    /// <summary>Thinks for so long: what is sent from now on leaves when it is over, and no wait ends before.</summary>
    void Compute(Duration span);

    /// <summary>
    /// Waits as long as a question to a venue and its answer take: quotes, trades and depth are then as of its arrival.
    /// </summary>
    Wait RoundTrip(Listing listing);

    /// <summary>Runs code beside the agent's own, with waits of its own and with the same account and orders.</summary>
    /// <param name="code">Is given the access that it must wait with.</param>
    void Spawn(Func<IMarketAccess, AgentTask> code);

    /// <summary>Waits until one of these things happens, or until a time. One wait at a time.</summary>
    /// <remarks>
    /// Of things that reach the agent at one instant it is told in this order: the time, private things, public things.
    /// What reached it at or before the instant at which it began to wait is old: it could have looked.
    /// </remarks>
    Wait Next(Signals signals, Timestamp until);

    /// <summary>Leaves the agent's code with the market until then. Called by <see cref="Wait"/>.</summary>
    void Park(Coroutine coroutine, Signals signals, Timestamp until);

    /// <summary>Shows the agent's state to whoever records agents.</summary>
    /// <param name="trigger">What made it worth showing.</param>
    void Report(string trigger);
}
