using System.Diagnostics.CodeAnalysis;

#pragma warning disable RS0030 // This is the one place that may use Dictionary: it hides the enumeration order.

namespace Rialto.Trading;

/// <summary>Finds values by key. It cannot be enumerated, so no result can depend on a hash order.</summary>
public sealed class LookupTable<TKey, TValue>(IEqualityComparer<TKey>? comparer = null)
    where TKey : notnull
{
    readonly Dictionary<TKey, TValue> _values = new(comparer);

    public int Count => _values.Count;

    public bool TryAdd(TKey key, TValue value) => _values.TryAdd(key, value);

    public void Set(TKey key, TValue value) => _values[key] = value;

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value) => _values.TryGetValue(key, out value);

    public bool Contains(TKey key) => _values.ContainsKey(key);

    public bool Remove(TKey key) => _values.Remove(key);
}
