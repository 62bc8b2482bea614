using System.CommandLine;
using Rialto.Simulation;
using Spectre.Console;

namespace Rialto.Cli;

/// <summary><c>rialto agents [NAME]</c>: which kinds of agents there are, and what each takes.</summary>
static class AgentsCommand
{
    static readonly Argument<string?> Kind = new("name")
    {
        Description = "A kind of agents, to be told everything about it. Default: all of them, a line each.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    static readonly AgentsOption Agents = AgentsOption.OfYourOwn();

    static readonly Option<string?> Pages = new("--pages")
    {
        Description =
            "Writes a page with a picture for each kind into a folder instead; typed in the repository's root.",
        HelpName = "folder",
    };

    public static Command Create()
    {
        Command command = new("agents", "List the kinds of agents that scenarios may ask for, or explain one.")
        {
            Kind, Agents, Pages,
        };
        command.SetAction(Run);
        return command;
    }

    static int Run(ParseResult options)
    {
        AgentKinds kinds = Agents.Kinds(options);

        KindReader reader = new(kinds);
        string[] names = options.GetValue(Kind) is { } name ? [name] : [.. kinds.Names];
        if (options.GetValue(Pages) is { } folder)
        {
            new AgentPages(kinds, reader, folder).Write(names);
            return ExitCode.Done;
        }

        Screen.Prepare();
        if (options.GetValue(Kind) is { } one)
            Show(reader.Read(one));
        else
            List(names.Select(reader.Read));

        return ExitCode.Done;
    }

    static void List(IEnumerable<KindDescription> kinds)
    {
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = 1000; // A kind a line, for those who search it.

        Table table = PlainTable.Of("kind", "what it does");
        foreach (KindDescription kind in kinds)
            table.AddRow(new Text(kind.Name), new Text(Plain(kind.Line)));

        AnsiConsole.Write(table);
    }

    static void Show(KindDescription kind)
    {
        Console.WriteLine(kind.Name);
        Console.WriteLine();
        foreach (string paragraph in (IEnumerable<string>)[kind.Summary, .. kind.Remarks])
        {
            AnsiConsole.Write(new Text(Plain(paragraph)));
            Console.WriteLine();
            Console.WriteLine();
        }

        Table table = PlainTable.Of("key", "type", "default", "what it means");
        foreach (ParameterDescription parameter in kind.Parameters)
        {
            table.AddRow(
                new Text(parameter.Key), new Text(Plain(parameter.Kind)), new Text(parameter.Default ?? "required"),
                new Text(Plain(parameter.Summary)));
        }

        AnsiConsole.Write(table);
        Console.WriteLine();
        Console.WriteLine(
            $"Keys of every group, distributions included: docs/scenarios.md. Class: {kind.Type.FullName}");
        if (File.Exists(AgentPages.ScenarioOf(kind.Name)))
            Console.WriteLine($"Shown by: ./rialto simulate {AgentPages.ScenarioOf(kind.Name)}");
    }

    /// <summary>Without the marks of Markdown.</summary>
    static string Plain(string markdown) => markdown.Replace("`", "", StringComparison.Ordinal);
}
