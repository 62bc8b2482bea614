using System.Globalization;
using System.Reflection;
using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>What a population's parameters are read against.</summary>
/// <param name="Instrument">Whose ticks amounts of currency become.</param>
/// <param name="Venues">The names that a venue may have.</param>
/// <param name="Folder">Where files named in the scenario are looked for.</param>
sealed record BindingScope(Instrument Instrument, IReadOnlyList<string> Venues, string Folder);

/// <summary>
/// Reads the parameters of an agent's constructor from a scenario: the parameter's name in kebab-case is the key, its
/// type says which values are allowed and in which unit.
/// </summary>
/// <remarks>
/// A record is a mapping of its own parameters, or a list of their values in order; a list of records may stand in a
/// CSV file. A parameter called <c>settings</c> is spread out: its parts are keys of the section itself. In the place
/// of a single value there may be a distribution: the argument, or what it is a part of, is then a <see cref="Drawn"/>.
/// </remarks>
sealed class ParameterBinder(BindingScope scope)
{
    /// <summary>Where in the agents' section we are, key by key: names the stream of what is drawn there.</summary>
    readonly Stack<string> _path = [];

    /// <summary>
    /// Whether a parameter is not read but handed in: it depends on the market, or on the agent's place in its group.
    /// </summary>
    public static bool IsInjected(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(AgentNumber) || parameter.ParameterType == typeof(FundamentalValue);

    /// <summary>The arguments of a constructor; those that are handed in are left null.</summary>
    public object?[] Arguments(ConstructorInfo constructor, Section section)
    {
        ParameterInfo[] parameters = constructor.GetParameters();
        object?[] arguments = new object?[parameters.Length];
        for (int i = 0; i < parameters.Length; i++)
        {
            if (IsInjected(parameters[i]))
                continue;

            arguments[i] = parameters[i].Name == "settings"
                ? Record(parameters[i].ParameterType, section)
                : Argument(parameters[i], section);
        }

        return arguments;
    }

    object? Argument(ParameterInfo parameter, Section section)
    {
        string key = AgentKinds.Kebab(parameter.Name!);
        if (section.Find(key) is { } node)
            return Value(key, parameter.ParameterType, WithoutFiles(parameter.ParameterType, key, node, section));
        if (parameter.HasDefaultValue)
        {
            return parameter.DefaultValue
                ?? (parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null);
        }

        throw section.Missing(key, Expected(parameter.ParameterType));
    }

    object Value(string key, Type type, Node node)
    {
        _path.Push(key);
        object value = Value(type, node);
        _path.Pop();
        return value;
    }

    object Value(Type type, Node node)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        return DistributionReader.IsDistribution(node) && IsSingle(plain)
            ? new DrawnValue(string.Join('/', _path.Reverse()), Distribution(plain, node))
            : Plain(plain, node);
    }

    Func<RandomStream, object> Distribution(Type plain, Node node) => Measure.Of(plain, scope.Instrument) is { } measure
        ? DistributionReader.Read(node, measure)
        : DistributionReader.ReadChoice(node, item => Plain(plain, item));

    /// <summary>Whether a type's values are written as one word or number.</summary>
    static bool IsSingle(Type plain) => plain.IsValueType || plain == typeof(string);

    object Plain(Type plain, Node node)
    {
        if (plain == typeof(Duration))
            return Values.Span(node);
        if (plain == typeof(Rate))
            return Values.Frequency(node);
        if (plain == typeof(Price))
            return new Price(Values.WholeTicks(node, scope.Instrument));
        if (plain == typeof(Ticks))
            return new Ticks(Values.WholeTicks(node, scope.Instrument));
        if (plain == typeof(Quantity))
            return new Quantity(Values.Integer(node, 0, 1_000_000_000));
        if (plain == typeof(double))
            return Values.Real(node);
        if (plain == typeof(decimal))
            return Values.Number(node);
        if (plain == typeof(long))
            return Values.Integer(node);
        if (plain == typeof(int))
            return (int)Values.Integer(node, int.MinValue, int.MaxValue);
        if (plain == typeof(bool))
            return Values.Truth(node);
        if (plain == typeof(string))
            return Values.Text(node);
        if (plain == typeof(VenueName))
            return Venue(node);
        if (plain.IsEnum)
            return Enumerated(plain, node);
        if (ItemOf(plain) is { } item)
            return List(item, node);
        if (plain.IsClass)
            return Record(plain, node);

        throw new ScenarioException(node, $"a scenario cannot give a {plain.Name}.");
    }

    VenueName Venue(Node node)
    {
        string name = Values.Text(node, "the name of a venue");
        return scope.Venues.Contains(name)
            ? new VenueName(name)
            : throw new ScenarioException(
                node, $"there is no venue '{name}'{NearestName.Hint(name, [.. scope.Venues])}");
    }

    static object Enumerated(Type type, Node node)
    {
        string[] names = [.. Enum.GetNames(type).Select(AgentKinds.Kebab)];
        int index = Array.IndexOf(names, (node as ScalarNode)?.Text);
        return index >= 0
            ? Enum.GetValues(type).GetValue(index)!
            : throw Values.NoneOf(node, names);
    }

    /// <summary>
    /// Puts what a file says in the place of the file's name, so that the scenario that is kept with a run is complete.
    /// </summary>
    Node WithoutFiles(Type type, string key, Node node, Section section)
    {
        if (ItemOf(type) is null
            || node is not ScalarNode { Text: var path }
            || !path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            return node;

        ListNode rows = new(node.Place, CsvTable.Read(Path.Combine(scope.Folder, path), node));
        section.Replace(key, rows);
        return rows;
    }

    object List(Type item, Node node)
    {
        IReadOnlyList<Node> nodes = Values.Items(node, "a list, or the name of a .csv file");
        object?[] items = [.. nodes.Select((part, i) => Value(i.ToString(CultureInfo.InvariantCulture), item, part))];
        if (Array.Exists(items, value => value is Drawn))
            return new DrawnList(item, items);

        Array list = Array.CreateInstance(item, items.Length);
        items.CopyTo(list, 0);
        return list;
    }

    object Record(Type type, Node node)
    {
        ParameterInfo[] parameters = type.GetConstructors()[0].GetParameters();
        if (node is not ListNode list)
        {
            Section section = new(node, $"a mapping, or a list of {parameters.Length} values");
            object record = Record(type, section);
            section.End();
            return record;
        }

        if (list.Items.Count != parameters.Length)
            throw new ScenarioException(
                node, $"{list.Items.Count} values, expected {parameters.Length}: "
                    + $"{string.Join(", ", parameters.Select(p => AgentKinds.Kebab(p.Name!)))}.");

        return Construct(
            type,
            [.. parameters.Select((parameter, i) =>
                Value(AgentKinds.Kebab(parameter.Name!), parameter.ParameterType, list.Items[i]))],
            [], node);
    }

    object Record(Type type, Section section)
    {
        object?[] arguments =
            [.. type.GetConstructors()[0].GetParameters().Select(parameter => Argument(parameter, section))];
        List<(PropertyInfo, object?, Node)> properties = [];
        foreach (
            PropertyInfo property in type.GetProperties().Where(property => arguments.Length == 0 && property.CanWrite))
        {
            string key = AgentKinds.Kebab(property.Name);
            if (section.Find(key) is { } node)
            {
                properties.Add((property,
                    Value(key, property.PropertyType, WithoutFiles(property.PropertyType, key, node, section)), node));
            }
            else if (property.CustomAttributes.Any(a =>
                a.AttributeType == typeof(System.Runtime.CompilerServices.RequiredMemberAttribute)))
                throw section.Missing(key, Expected(property.PropertyType));
        }

        return Construct(type, arguments, properties, section.Node);
    }

    /// <summary>
    /// Builds an object, or what each agent builds one from; what its constructor refuses is an error at the node that
    /// gave it.
    /// </summary>
    public static object Construct(
        Type type, object?[] arguments, IReadOnlyList<(PropertyInfo Property, object? Value, Node Node)> properties,
        Node node)
    {
        if (Array.Exists(arguments, argument => argument is Drawn) || properties.Any(part => part.Value is Drawn))
            return new DrawnRecord(type, arguments, properties, node);

        object? built = null;
        Guard(() => built = type.GetConstructors()[0].Invoke(arguments), node);
        foreach ((PropertyInfo property, object? value, Node place) in properties)
            Guard(() => property.SetValue(built, value), place);

        return built!;
    }

    /// <summary>Calls code that may be a user's own: whatever it throws is told in one line.</summary>
    static void Guard(Action action, Node node)
    {
        try
        {
            action();
        }
        catch (TargetInvocationException refused) when (refused.InnerException is { } reason)
        {
            string message = reason.Message.Split(" (Parameter '", 2)[0].ReplaceLineEndings(" ");
            throw new ScenarioException(node, reason switch
            {
                ArgumentException { ParamName: { } name } => $"{AgentKinds.Kebab(name)}: {message}",
                ArgumentException => message,
                _ => $"{reason.GetType().Name}: {message}",
            });
        }
    }

    public static Type? ItemOf(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            ? type.GetGenericArguments()[0]
        : null;

    static string Expected(Type type) => (Nullable.GetUnderlyingType(type) ?? type).Name switch
    {
        nameof(Duration) => "a time with its unit, for example 500 ms",
        nameof(Rate) => "a rate with its unit, for example 10 / s",
        nameof(Price) or nameof(Ticks) => "an amount of currency",
        nameof(Quantity) => "a number of lots",
        nameof(VenueName) => "the name of a venue",
        nameof(Boolean) => "true or false",
        nameof(String) => "a text",
        _ => "a value",
    };
}
