using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>An agent whose code threw: it was stopped, its orders were canceled, and the market went on.</summary>
public sealed record StoppedAgent(ParticipantId Participant, Timestamp At, Exception Fault);

/// <summary>The run cannot go on, and why: agents that keep one instant busy for ever, for example.</summary>
public sealed class MarketException(string message) : Exception(message);
