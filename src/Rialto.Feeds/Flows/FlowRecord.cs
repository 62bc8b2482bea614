using System.Runtime.InteropServices;

namespace Rialto.Feeds;

/// <summary>What one message of an order flow asks for.</summary>
public enum FlowKind : byte
{
    /// <summary>A limit order that rests until it is canceled.</summary>
    Add,

    Cancel,

    /// <summary>
    /// The order leaves, and enters again under its name, with this price and quantity, behind all others.
    /// </summary>
    Replace,

    /// <summary>A limit order of which what does not trade at once is dropped.</summary>
    ImmediateOrCancel,
}

/// <summary>One message of an order flow: 16 bytes, little-endian, as in a <see cref="FlowFile"/>.</summary>
/// <param name="Kind">What it asks for.</param>
/// <param name="Side">0 to buy, 1 to sell.</param>
/// <param name="Symbol">The instrument, from 0.</param>
/// <param name="Quantity">Lots.</param>
/// <param name="Id">The sender's name for the order.</param>
/// <param name="Price">In ticks.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct FlowRecord(FlowKind Kind, byte Side, ushort Symbol, uint Quantity, uint Id, int Price);
