using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>Kinds of requests that a rule may treat differently.</summary>
[Flags]
public enum RequestClasses : byte
{
    None = 0,
    Enter = 1,
    Replace = 2,
    Cancel = 4,

    /// <summary>
    /// <see cref="RequestKind.CancelAll"/>, <see cref="RequestKind.CancelSide"/> and
    /// <see cref="RequestKind.Disconnect"/>.
    /// </summary>
    CancelAll = 8,

    All = Enter | Replace | Cancel | CancelAll,
}
