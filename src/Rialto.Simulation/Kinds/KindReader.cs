using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>Describes kinds of agents from their classes and the comments there.</summary>
public sealed class KindReader(AgentKinds kinds)
{
    readonly LookupTable<Assembly, XmlDocumentation> _documentation = new();

    /// <exception cref="ScenarioException">There is no such kind.</exception>
    public KindDescription Read(string name)
    {
        Type type = kinds.Find(new Place("agents", 0, 0), name);
        List<ParameterDescription> parameters = [];
        foreach (ParameterInfo parameter in type.GetConstructors()[0].GetParameters().Where(parameter =>
            !ParameterBinder.IsInjected(parameter)))
        {
            if (parameter.Name == "settings")
                parameters.AddRange(PartsOf(parameter.ParameterType, "", []));
            else
                parameters.AddRange(Describe(type, parameter, "", []));
        }

        XmlDocumentation text = TextOf(type);
        return new KindDescription(name, type, text.Summary(type), text.Remarks(type), parameters);
    }

    /// <summary>A parameter, and if it is a record its parts.</summary>
    IEnumerable<ParameterDescription> Describe(
        Type owner, ParameterInfo parameter, string before, ImmutableList<Type> above)
    {
        string key = before + AgentKinds.Kebab(parameter.Name!);
        string? otherwise = parameter.HasDefaultValue ? Default(parameter.DefaultValue, parameter.ParameterType) : null;
        yield return new ParameterDescription(
            key, KindOf(parameter.ParameterType), otherwise, TextOf(owner).Parameter(owner, parameter.Name!));
        foreach (ParameterDescription part in PartsOf(key, parameter.ParameterType, above))
            yield return part;
    }

    IEnumerable<ParameterDescription> PartsOf(string key, Type type, ImmutableList<Type> above)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        Type? item = ParameterBinder.ItemOf(plain);
        return IsRecord(item ?? plain) && !above.Contains(item ?? plain)
            ? PartsOf(item ?? plain, key + (item is null ? "." : "[]."), above)
            : [];
    }

    IEnumerable<ParameterDescription> PartsOf(Type record, string before, ImmutableList<Type> above)
    {
        ParameterInfo[] parameters = record.GetConstructors()[0].GetParameters();
        ImmutableList<Type> seen = above.Add(record);
        if (parameters.Length > 0)
            return parameters.SelectMany(parameter => Describe(record, parameter, before, seen));

        object? usual = Activator.CreateInstance(record);
        return record.GetProperties().Where(property => property.CanWrite).SelectMany(property => PartsOf(
            before + AgentKinds.Kebab(property.Name), property.PropertyType, seen).Prepend(new ParameterDescription(
                before + AgentKinds.Kebab(property.Name), KindOf(property.PropertyType),
                property.CustomAttributes.Any(a =>
                    a.AttributeType == typeof(System.Runtime.CompilerServices.RequiredMemberAttribute))
                    ? null : Default(property.GetValue(usual), property.PropertyType),
                TextOf(record).Parameter(record, property.Name))));
    }

    XmlDocumentation TextOf(Type type)
    {
        if (!_documentation.TryGet(type.Assembly, out XmlDocumentation? text))
            _documentation.Set(type.Assembly, text = new XmlDocumentation(type.Assembly));

        return text;
    }

    static bool IsRecord(Type plain) => plain.IsClass && plain != typeof(string);

    /// <summary>What may be written for a type, in the words of the documentation.</summary>
    static string KindOf(Type type)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        return ParameterBinder.ItemOf(plain) is { } item
            ? (IsRecord(item) ? "list of mappings, or a .csv file" : $"list of {KindOf(item)}")
            : plain == typeof(Duration) ? "time"
            : plain == typeof(Rate) ? "rate"
            : plain == typeof(Price) || plain == typeof(Ticks) ? "currency"
            : plain == typeof(Quantity) ? "lots"
            : plain == typeof(int) || plain == typeof(long) ? "whole number"
            : plain == typeof(double) || plain == typeof(decimal) ? "number"
            : plain == typeof(bool) ? "true or false"
            : plain == typeof(string) ? "text"
            : plain == typeof(VenueName) ? "venue"
            : plain.IsEnum ? string.Join(", ", Enum.GetNames(plain).Select(word => $"`{AgentKinds.Kebab(word)}`"))
            : "mapping";
    }

    static string Default(object? value, Type type) => (value
        ?? (Nullable.GetUnderlyingType(type) is null
            && type.IsValueType ? Activator.CreateInstance(type) : null)) switch
    {
        null => "none",
        Duration span => span.ToString(),
        Rate rate => string.Create(CultureInfo.InvariantCulture, $"{rate.PerSecond} / s"),
        Price price => Counted(price.Ticks),
        Ticks ticks => Counted(ticks.Count),
        Quantity quantity => quantity.ToString(),
        bool truth => truth ? "true" : "false",
        Enum word => AgentKinds.Kebab(word.ToString()),
        string text => text.Length > 0 ? text : "none",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        System.Collections.ICollection { Count: 0 } => "none",
        _ => "as its parts",
    };

    static string Counted(long ticks) =>
        ticks == 0 ? "0" : ticks == 1 ? "1 tick" : string.Create(CultureInfo.InvariantCulture, $"{ticks} ticks");
}
