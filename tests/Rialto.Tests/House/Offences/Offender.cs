using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

#pragma warning disable CA1822, CA5394, CA1305, CA1304, CA1310, CA1303, CS0414
#pragma warning disable IDE0051, IDE0052, CA1823, CS0169, CS0649, CA1806

namespace Rialto.Tests.House.Offences;

/// <summary>Breaks every rule of determinism once, so that the rules are known to bite. Nobody calls it.</summary>
sealed class Offender
{
    readonly Dictionary<int, string> _field = [];
    readonly string _text = "text";

    public long WallClock() => DateTime.UtcNow.Ticks;
    public long LocalClock() => DateTimeOffset.Now.Ticks;
    public long Counter() => System.Diagnostics.Stopwatch.GetTimestamp();
    public long Uptime() => Environment.TickCount64;
    public long Provider() => TimeProvider.System.GetTimestamp();
    public int Dice() => Random.Shared.Next();
    public byte[] Secret() => RandomNumberGenerator.GetBytes(8);
    public Guid Identifier() => Guid.NewGuid();
    public int Combined() => HashCode.Combine(1, 2);
    public int TextHash() => _text.GetHashCode();
    public int ObjectHash(object value) => value.GetHashCode();
    public int OwnHash(Hashed value) => value.GetHashCode();
    public int GenericHash<T>(T value) where T : notnull => EqualityComparer<T>.Default.GetHashCode(value);
    public int Set() => new HashSet<int> { 1, 2 }.Count;
    public string? Look() => _field.GetValueOrDefault(1);
    public object Group() => new[] { 1, 2 }.ToDictionary(n => n);
    public object Bag() => new ConcurrentBag<int>();
    public object Frozen() => new[] { 1 }.ToFrozenSet();
    public double Exponential(double x) => Math.Exp(x);
    public double Sine(double x) => double.Sin(x);
    public float Single(float x) => MathF.Log(x);
    public double Cube(double x) => Math.Cbrt(x);
    public T Generic<T>(T x) where T : IExponentialFunctions<T> => T.Exp(x);
    public double Wide(double[] values) => Vector.Sum(new Vector<double>(values));
    public async Task Wait() => await Task.Delay(1);
    public void Start() => new Thread(() => { }).Start();
    public void Lock() { lock (_text) { } }
    public object Timer() => new Timer(_ => { });
    public bool Pool() => ThreadPool.QueueUserWorkItem(_ => { });
    public int Parallel() => new[] { 1 }.AsParallel().Count();
    public string? Variable() => Environment.GetEnvironmentVariable("HOME");
    public string Culture() => CultureInfo.CurrentCulture.Name;
    public int Order() => _text.CompareTo("other");
    public void Print() => Console.WriteLine();
    public string Read() => File.ReadAllText("file");
    public long Memory() => GC.GetTotalMemory(false);
    public object Socket() =>
        new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
}

/// <summary>Its hash code is its own, and calling it is an offence all the same.</summary>
sealed class Hashed
{
    public override int GetHashCode() => 1;
    public override bool Equals(object? obj) => obj is Hashed;
}
