using System.Runtime.InteropServices;

namespace Rialto.Benchmarks;

/// <summary>What one message of an order flow asks for.</summary>
enum FlowKind : byte { Add, Cancel, Replace, ImmediateOrCancel }

/// <summary>One message of an order flow: 16 bytes, little-endian, as in a record file.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
readonly record struct FlowRecord(FlowKind Kind, byte Side, ushort Symbol, uint Quantity, uint Id, int Price);
