using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Rialto.Tests.House;

/// <summary>Reads from a compiled assembly whatever it uses from outside our own assemblies, and where.</summary>
/// <remarks>
/// Covered: base types and interfaces, fields, signatures, local variables, and every instruction that names a type or
/// a member, with its generic arguments and the types in its signature. Attributes are not covered: they do nothing.
/// </remarks>
sealed class MemberUses
{
    readonly MetadataReader _reader;
    readonly PEReader _file;
    readonly TypeNames _names;
    readonly string _assembly;
    readonly HashSet<MemberUse> _seen = [];
    readonly List<MemberUse> _uses = [];
    string _type = "";
    string _method = "";

    MemberUses(PEReader file)
    {
        _file = file;
        _reader = file.GetMetadataReader();
        _names = new TypeNames(_reader);
        _assembly = _reader.GetString(_reader.GetAssemblyDefinition().Name);
    }

    public static IReadOnlyList<MemberUse> Of(string path)
    {
        using PEReader file = new(File.OpenRead(path));
        MemberUses uses = new(file);
        foreach (TypeDefinitionHandle handle in uses._reader.TypeDefinitions)
            uses.ReadType(handle);

        return uses._uses;
    }

    void ReadType(TypeDefinitionHandle handle)
    {
        TypeDefinition type = _reader.GetTypeDefinition(handle);
        (_type, _method) = (_names.NameOf(handle), "");

        if (!type.BaseType.IsNil)
            Add(_names.Of(type.BaseType));
        foreach (InterfaceImplementationHandle implementation in type.GetInterfaceImplementations())
            Add(_names.Of(_reader.GetInterfaceImplementation(implementation).Interface));
        foreach (FieldDefinitionHandle field in type.GetFields())
            Add(_reader.GetFieldDefinition(field).DecodeSignature(_names, null));

        foreach (MethodDefinitionHandle methodHandle in type.GetMethods())
        {
            MethodDefinition method = _reader.GetMethodDefinition(methodHandle);
            _method = _reader.GetString(method.Name);
            Add(method.DecodeSignature(_names, null));
            if (method.RelativeVirtualAddress != 0)
                ReadBody(_file.GetMethodBody(method.RelativeVirtualAddress));
            if (!method.GetImport().Module.IsNil)
                Add("a native library", _reader.GetString(method.GetImport().Name));
        }
    }

    void ReadBody(MethodBodyBlock body)
    {
        if (!body.LocalSignature.IsNil)
        {
            foreach (ImmutableArray<string> local in _reader.GetStandaloneSignature(body.LocalSignature)
                .DecodeLocalSignature(_names, null))
                Add(local);
        }

        foreach (EntityHandle token in Instructions.TokensOf(body.GetILReader()))
            ReadToken(token);
    }

    void ReadToken(EntityHandle token)
    {
        switch (token.Kind)
        {
            case HandleKind.TypeReference or HandleKind.TypeSpecification:
                Add(_names.Of(token));
                break;
            case HandleKind.MethodSpecification:
                MethodSpecification generic = _reader.GetMethodSpecification((MethodSpecificationHandle)token);
                foreach (ImmutableArray<string> argument in generic.DecodeSignature(_names, null))
                    Add(argument);
                ReadToken(generic.Method);
                break;
            case HandleKind.MemberReference:
                ReadMember(_reader.GetMemberReference((MemberReferenceHandle)token));
                break;
            case HandleKind.MethodDefinition:
                // Our own members are of no interest, but for one name that no result may depend on.
                MethodDefinition own = _reader.GetMethodDefinition((MethodDefinitionHandle)token);
                if (_reader.StringComparer.Equals(own.Name, nameof(GetHashCode)))
                    Add(_names.NameOf(own.GetDeclaringType()), nameof(GetHashCode));
                break;
        }
    }

    void ReadMember(MemberReference member)
    {
        // The first name is that of the declaring type; the others are its generic arguments.
        ImmutableArray<string> declaring = _names.Of(member.Parent);
        string name = _reader.GetString(member.Name);
        if (_names.IsOurs(member.Parent))
        {
            Add(declaring);
            if (name == nameof(GetHashCode))
                Add("our own", name);
        }
        else
        {
            Add(declaring.IsEmpty ? "an array" : declaring[0], name);
            Add(declaring.IsEmpty ? declaring : declaring[1..]);
        }

        if (member.GetKind() == MemberReferenceKind.Field)
            Add(member.DecodeFieldSignature(_names, null));
        else
            Add(member.DecodeMethodSignature(_names, null));
    }

    void Add(MethodSignature<ImmutableArray<string>> signature)
    {
        Add(signature.ReturnType);
        foreach (ImmutableArray<string> parameter in signature.ParameterTypes)
            Add(parameter);
    }

    void Add(ImmutableArray<string> types)
    {
        foreach (string type in types)
            Add(type, "");
    }

    void Add(string type, string member)
    {
        MemberUse use = new(_assembly, _type, _method, type, member);
        if (_seen.Add(use))
            _uses.Add(use);
    }
}
