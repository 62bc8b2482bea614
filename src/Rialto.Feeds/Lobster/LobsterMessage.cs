using Rialto.Trading;

namespace Rialto.Feeds;

/// <summary>One line of a LOBSTER message file.</summary>
/// <param name="At">Nanoseconds after midnight.</param>
/// <param name="Reference">The order's name on the tape; −1 or 0 where no single order is meant.</param>
/// <param name="Side">That of the order; for an execution, of the resting one.</param>
/// <param name="Price">In ticks; for a halt, the file's sign of what happened.</param>
/// <param name="Quantity">In shares: entered, canceled or executed. Zero only for a cross or a halt.</param>
public readonly record struct LobsterMessage(
    Timestamp At, LobsterMessageKind Kind, long Reference, Side Side, Price Price, Quantity Quantity);
