using Rialto.Journal;
using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>
/// The agents' side of a market: everybody's port, every strand of code, and what each agent knows that it owns.
/// </summary>
sealed class Ports
{
    readonly Market _market;
    readonly int _instruments;
    readonly Port[] _ports;
    readonly Port?[] _byParticipant;
    readonly long[] _knownInventory;
    Strand[] _strands;
    int _strandCount;

    /// <param name="market">The carrier.</param>
    /// <param name="setup">Who stands where.</param>
    /// <param name="stream">Random numbers by name.</param>
    public Ports(Market market, MarketSetup setup, Func<string, RandomStream> stream)
    {
        _market = market;
        _instruments = setup.Directory.Instruments.Count;
        _byParticipant = new Port?[setup.Directory.Participants.Count];
        _ports = new Port[setup.Agents.Count];
        _knownInventory = new long[_ports.Length * _instruments];
        for (int place = 0; place < _ports.Length; place++)
        {
            _byParticipant[setup.Agents[place].Participant.Value] = _ports[place] = Connect(
                setup.Agents[place], place, stream);
        }

        _strands = [.. _ports];
        _strandCount = _strands.Length;
    }

    public int Count => _ports.Length;

    public Port this[int place] => _ports[place];

    /// <summary>
    /// Null for a participant without an agent, or none at all: a refused request may name one that does not exist.
    /// </summary>
    public Port? Of(ParticipantId participant) =>
        (uint)participant.Value < (uint)_byParticipant.Length ? _byParticipant[participant.Value] : null;

    public Strand Strand(int place) => _strands[place];

    /// <summary>What an agent owns of each instrument, as far as it has been told.</summary>
    public Span<long> KnownInventory(int place) => _knownInventory.AsSpan(place * _instruments, _instruments);

    public void PrefetchAccount(int place) => Hardware.Prefetch(ref KnownInventory(place)[0]);

    /// <summary>Lets every agent begin at its time.</summary>
    public void Begin()
    {
        foreach (Port port in _ports)
        {
            if (port.Setup.Start != Timestamp.Never)
                port.AwaitStart(port.Setup.Start);
        }
    }

    public Strand AddStrand(Port port)
    {
        if (_strandCount == _strands.Length)
            Array.Resize(ref _strands, Math.Max(16, 2 * _strandCount));

        return _strands[_strandCount] = new Strand(_market, port, _strandCount++);
    }

    /// <summary>Private events go to their participant's port.</summary>
    public void Post(in Step step)
    {
        foreach (ref readonly MarketEvent happened in step.Events)
        {
            if (!happened.IsPublic)
                Of(happened.Participant)?.Post(step.Input.Listing, happened, step.Input.At);
        }
    }

    /// <summary>Continues every agent for the last time.</summary>
    public void CloseAll()
    {
        foreach (Port port in _ports)
            port.CloseAll();
    }

    Port Connect(AgentSetup agent, int place, Func<string, RandomStream> stream)
    {
        Feeds feeds = _market.Feeds;
        feeds.SeesWithin(agent.DataLatency);
        foreach (Link link in agent.Links ?? [])
            feeds.SeesWithin(link.DataLatency);

        feeds.ThinksFor(agent.Computation);
        IReadOnlyList<long> opening = _market.Directory[agent.Participant].OpeningInventory;
        Span<long> owned = KnownInventory(place);
        for (int i = 0; i < owned.Length && i < opening.Count; i++)
            owned[i] = opening[i];

        return new Port(_market, agent, place, stream);
    }
}
