namespace Rialto.Sinks;

/// <summary>How far a run came, as its manifest tells.</summary>
public enum RunStatus : byte
{
    /// <summary>It runs, or the process that ran it died.</summary>
    Running,

    /// <summary>It reached its end.</summary>
    Complete,

    /// <summary>An error ended it.</summary>
    Failed,

    /// <summary>Somebody ended it before its end.</summary>
    Stopped,
}
