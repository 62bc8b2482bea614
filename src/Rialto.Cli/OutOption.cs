using System.CommandLine;

namespace Rialto.Cli;

/// <summary>The option <c>--out</c>: where a command leaves what it makes.</summary>
sealed class OutOption : Option<string?>
{
    public OutOption(string description, string name = "folder")
        : base("--out") => (Description, HelpName) = (description, name);
}
