using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Rialto.Tests.House;

/// <summary>One of our compiled assemblies, as it lies beside these tests.</summary>
static class HouseAssembly
{
    /// <summary>The projects below <c>src</c>, from their folders.</summary>
    public static IReadOnlyList<string> Projects { get; } =
    [
        .. Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetFileNameWithoutExtension(path)!)
            .Order(StringComparer.Ordinal),
    ];

    public static string PathOf(string project)
    {
        string path = Path.Combine(AppContext.BaseDirectory, NameOf(project) + ".dll");
        Assert.True(
            File.Exists(path),
            $"{project} is not beside the tests: reference it in tests/Rialto.Tests/Rialto.Tests.csproj.");
        return path;
    }

    public static string DocumentationOf(string project) => Path.ChangeExtension(PathOf(project), ".xml");

    /// <summary>The simple names of the assemblies that a project's assembly refers to.</summary>
    public static IReadOnlyList<string> ReferencesOf(string project)
    {
        using PEReader file = new(File.OpenRead(PathOf(project)));
        MetadataReader reader = file.GetMetadataReader();
        return [.. reader.AssemblyReferences.Select(handle =>
            reader.GetString(reader.GetAssemblyReference(handle).Name))];
    }

    /// <summary>Whether an assembly comes with the runtime itself, so that it is no package.</summary>
    public static bool IsFramework(string assembly) =>
        File.Exists(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, assembly + ".dll"));

    /// <summary>An assembly is named after its project, unless the project says otherwise.</summary>
    static string NameOf(string project) =>
        XDocument.Load(Repository.PathOf($"src/{project}/{project}.csproj")).Descendants("AssemblyName")
            .SingleOrDefault()?.Value
        ?? project;
}
