using System.Reflection;
using System.Text;
using Rialto.Agents;

namespace Rialto.Simulation;

/// <summary>The classes of agents that scenarios may ask for, by name.</summary>
public sealed class AgentKinds
{
    readonly SortedDictionary<string, Type> _types = new(StringComparer.Ordinal);

    /// <summary>The library's own agents.</summary>
    public AgentKinds() => Add(typeof(Agent).Assembly);

    public IReadOnlyCollection<string> Names => _types.Keys;

    /// <summary>Adds the agents of an assembly: every public class derived from <see cref="Agent"/>.</summary>
    /// <exception cref="ScenarioException">
    /// It has none, or one has a name that is taken or no single public constructor.
    /// </exception>
    public void Add(Assembly assembly)
    {
        List<Type> found = [.. assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(Agent)) && !type.IsAbstract)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)];
        if (found.Count == 0)
            throw new ScenarioException($"{assembly.GetName().Name} has no public class that derives from Agent.");

        foreach (Type type in found)
        {
            if (type.GetConstructors().Length != 1)
            {
                throw new ScenarioException(
                    $"{type.FullName} needs exactly one public constructor: its parameters are the scenario's keys.");
            }

            string name = type.GetCustomAttribute<PopulationAttribute>()?.Name ?? Kebab(type.Name);
            if (!_types.TryAdd(name, type))
            {
                throw new ScenarioException(
                    $"Two classes of agents are called '{name}': {_types[name].FullName} and {type.FullName}.");
            }
        }
    }

    /// <summary>Loads an assembly from a file and adds its agents.</summary>
    /// <exception cref="ScenarioException">It cannot be loaded.</exception>
    public void AddFile(string path)
    {
        Assembly assembly;
        try
        {
            assembly = Assembly.LoadFrom(Path.GetFullPath(path));
        }
        catch (FileNotFoundException)
        {
            throw new ScenarioException($"{path}: there is no such file.");
        }
        catch (Exception unusable) when (unusable is BadImageFormatException or IOException)
        {
            throw new ScenarioException($"{path}: this is not a .NET assembly that can be loaded here.");
        }

        try
        {
            Add(assembly);
        }
        catch (Exception unusable) when (unusable is TypeLoadException or FileNotFoundException or FileLoadException)
        {
            throw new ScenarioException($"{path}: was built against another version of Rialto: {unusable.Message}");
        }
    }

    /// <exception cref="ScenarioException">There is no such kind.</exception>
    public Type Find(Place place, string name) => _types.TryGetValue(name, out Type? type)
        ? type
        : throw new ScenarioException(
            $"{place}: there are no agents called '{name}'{NearestName.Hint(name, _types.Keys)}");

    /// <summary><c>SlowLatency</c> and <c>slowLatency</c> become <c>slow-latency</c>.</summary>
    internal static string Kebab(string name)
    {
        StringBuilder kebab = new();
        foreach (char letter in name)
        {
            if (char.IsUpper(letter) && kebab.Length > 0)
                kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(letter));
        }

        return kebab.ToString();
    }
}
