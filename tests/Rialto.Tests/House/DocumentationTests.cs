using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Reflection;
using System.Xml.Linq;

namespace Rialto.Tests.House;

/// <summary>Whoever meets a public type reads in one sentence what it is.</summary>
public sealed class DocumentationTests
{
    public static TheoryData<string> Projects => [.. HouseAssembly.Projects];

    [Theory, MemberData(nameof(Projects))]
    public void Every_public_type_has_a_summary(string project)
    {
        HashSet<string> described =
        [
            .. XDocument.Load(HouseAssembly.DocumentationOf(project)).Descendants("member")
                .Where(member => member.Element("inheritdoc") is not null
                    || !string.IsNullOrWhiteSpace(member.Element("summary")?.Value))
                .Select(member => member.Attribute("name")!.Value),
        ];

        HouseRule.Holds(PublicTypesOf(HouseAssembly.PathOf(project)).Where(type => !described.Contains("T:" + type))
            .Select(type => $"{type} has no summary"));
    }

    static List<string> PublicTypesOf(string path)
    {
        using PEReader file = new(File.OpenRead(path));
        MetadataReader reader = file.GetMetadataReader();
        TypeNames names = new(reader);
        return
        [
            .. reader.TypeDefinitions
                .Where(handle => IsPublic(reader, handle))
                .Select(handle => names.NameOf(handle).Replace('+', '.'))
                // what the compiler makes of extension blocks
                .Where(name => !name.Contains('<', StringComparison.Ordinal)),
        ];
    }

    static bool IsPublic(MetadataReader reader, TypeDefinitionHandle handle)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        return (type.Attributes & TypeAttributes.VisibilityMask) switch
        {
            TypeAttributes.Public => true,
            TypeAttributes.NestedPublic => IsPublic(reader, type.GetDeclaringType()),
            _ => false,
        };
    }
}
