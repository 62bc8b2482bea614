using System.CommandLine;
using System.Globalization;

namespace Rialto.Cli;

/// <summary>The option <c>--workers</c> of a command that executes many runs.</summary>
sealed class WorkersOption : Option<int>
{
    const int Most = 1024;

    public WorkersOption()
        : base("--workers")
    {
        Description = "How many runs at a time. Default: as many as there are processors.";
        HelpName = "count";
        DefaultValueFactory = _ => Environment.ProcessorCount;
        CustomParser = argument =>
        {
            string text = argument.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
                && count is > 0 and <= Most)
                return count;

            argument.AddError($"--workers {text}: expected a whole number from 1 to {Most}.");
            return 0;
        };
    }
}
