using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Rialto.Tests.House;

/// <summary>The full names of all types from outside our assemblies that a type or a signature is made of.</summary>
sealed class TypeNames(MetadataReader reader) : ISignatureTypeProvider<ImmutableArray<string>, object?>
{
    public ImmutableArray<string> Of(EntityHandle type) => type.Kind switch
    {
        HandleKind.TypeReference => GetTypeFromReference(reader, (TypeReferenceHandle)type, 0),
        HandleKind.TypeSpecification =>
            reader.GetTypeSpecification((TypeSpecificationHandle)type).DecodeSignature(this, null),
        _ => [],
    };

    public bool IsOurs(EntityHandle type) => type.Kind switch
    {
        HandleKind.TypeReference => IsOurs((TypeReferenceHandle)type),
        HandleKind.TypeSpecification => IsOurs((TypeSpecificationHandle)type),
        _ => true,
    };

    public string NameOf(TypeDefinitionHandle handle)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        TypeDefinitionHandle outer = type.GetDeclaringType();
        return outer.IsNil
            ? Join(reader.GetString(type.Namespace), reader.GetString(type.Name))
            : NameOf(outer) + "+" + reader.GetString(type.Name);
    }

    string NameOf(TypeReferenceHandle handle)
    {
        TypeReference type = reader.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? NameOf((TypeReferenceHandle)type.ResolutionScope) + "+" + reader.GetString(type.Name)
            : Join(reader.GetString(type.Namespace), reader.GetString(type.Name));
    }

    bool IsOurs(TypeReferenceHandle handle)
    {
        EntityHandle scope = reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => IsOurs((TypeReferenceHandle)scope),
            HandleKind.AssemblyReference =>
                reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name)
                .StartsWith("Rialto.", StringComparison.Ordinal),
            _ => true,
        };
    }

    /// <summary>A generic instance is ours if the generic type is; an array never is.</summary>
    bool IsOurs(TypeSpecificationHandle handle)
    {
        BlobReader signature = reader.GetBlobReader(reader.GetTypeSpecification(handle).Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            return false;

        signature.ReadCompressedInteger(); // class or value type
        return IsOurs(signature.ReadTypeHandle());
    }

    static string Join(string space, string name) => space.Length == 0 ? name : space + "." + name;

    public ImmutableArray<string> GetTypeFromReference(
        MetadataReader _, TypeReferenceHandle handle, byte rawTypeKind) =>
        IsOurs(handle) ? [] : [NameOf(handle)];

    public ImmutableArray<string> GetGenericInstantiation(
        ImmutableArray<string> genericType, ImmutableArray<ImmutableArray<string>> typeArguments) =>
        [.. genericType, .. typeArguments.SelectMany(argument => argument)];

    public ImmutableArray<string> GetFunctionPointerType(MethodSignature<ImmutableArray<string>> signature) =>
        [.. signature.ReturnType, .. signature.ParameterTypes.SelectMany(parameter => parameter)];

    public ImmutableArray<string> GetModifiedType(
        ImmutableArray<string> modifier, ImmutableArray<string> type, bool required) =>
        type;
    public ImmutableArray<string> GetTypeFromSpecification(
        MetadataReader _, object? context, TypeSpecificationHandle handle, byte rawTypeKind) => Of(handle);
    public ImmutableArray<string> GetTypeFromDefinition(
        MetadataReader _, TypeDefinitionHandle handle, byte rawTypeKind) =>
        [];
    public ImmutableArray<string> GetPrimitiveType(PrimitiveTypeCode code) => [];
    public ImmutableArray<string> GetGenericMethodParameter(object? context, int index) => [];
    public ImmutableArray<string> GetGenericTypeParameter(object? context, int index) => [];
    public ImmutableArray<string> GetArrayType(ImmutableArray<string> element, ArrayShape shape) => element;
    public ImmutableArray<string> GetSZArrayType(ImmutableArray<string> element) => element;
    public ImmutableArray<string> GetByReferenceType(ImmutableArray<string> element) => element;
    public ImmutableArray<string> GetPointerType(ImmutableArray<string> element) => element;
    public ImmutableArray<string> GetPinnedType(ImmutableArray<string> element) => element;
}
