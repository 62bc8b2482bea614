using System.Reflection;
using System.Security.Cryptography;

namespace Rialto.Cli;

/// <summary>The programs that make a run what it is besides its configuration.</summary>
static class Engine
{
    const int Digits = 16;

    /// <summary>Differs as soon as one of our assemblies, or one with agents, was built from other sources.</summary>
    /// <param name="agents">The files that <c>--agents</c> named.</param>
    public static string Hash(IEnumerable<string> agents)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Assembly assembly in Ours(Assembly.GetExecutingAssembly()).OrderBy(
            one => one.GetName().Name, StringComparer.Ordinal))
            hash.AppendData(assembly.ManifestModule.ModuleVersionId.ToByteArray());
        foreach (string file in agents)
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..Digits];
    }

    static HashSet<Assembly> Ours(Assembly root)
    {
        HashSet<Assembly> found = [];
        Queue<Assembly> open = new([root]);
        while (open.TryDequeue(out Assembly? assembly))
        {
            if (!found.Add(assembly))
                continue;

            foreach (AssemblyName name in assembly.GetReferencedAssemblies())
            {
                if (name.Name!.StartsWith("Rialto.", StringComparison.Ordinal))
                    open.Enqueue(Assembly.Load(name));
            }
        }

        return found;
    }
}
