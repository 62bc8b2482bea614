namespace Rialto.Cli;

/// <summary>What the command says to the shell.</summary>
static class ExitCode
{
    public const int Done = 0;

    /// <summary>A run failed, or two things are not equal that were compared.</summary>
    public const int Failed = 1;

    /// <summary>What the user gave cannot be used.</summary>
    public const int BadInput = 2;

    /// <summary>Stopped early, by Ctrl-C or a polite kill: what shells say of SIGINT.</summary>
    public const int Interrupted = 130;
}
