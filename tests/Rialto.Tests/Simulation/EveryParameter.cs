using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Tests.Simulation;

/// <summary>Whether it is, or is not.</summary>
public enum Mood : byte { VeryCalm, Restless }

/// <summary>A point on a plan.</summary>
public sealed record PlanItem(Duration At, Price Price, Mood Mood = Mood.Restless);

/// <summary>Options of their own.</summary>
public sealed record PlanOptions
{
    public required Quantity Most { get; init; }

    public Duration Pause { get; init; } = Duration.FromMilliseconds(7);
}

/// <summary>Has a parameter of every type that a scenario can give.</summary>
public sealed class EveryParameter(
    AgentNumber number, FundamentalValue value, PlanOptions settings, Duration span, Rate rate, Price price,
    Ticks offset, Quantity size, double weight, decimal exact, long large, int small, bool isFast, string label,
    VenueName elsewhere, Mood mood, PlanItem first,
    IReadOnlyList<PlanItem> plan, int[] steps, Duration? perhaps, Price? maybe = null, Ticks byDefault = default,
    Mood usually = Mood.VeryCalm,
    int seven = 7) : Agent
{
    public string Shown => string.Join('\n',
    [
        $"number {number.Value}", $"value {value.At(Timestamp.Zero)}", $"settings {settings.Most} {settings.Pause}",
        $"span {span}",
        FormattableString.Invariant($"rate {rate.PerSecond}"), $"price {price}", $"offset {offset.Count}",
        $"size {size}",
        FormattableString.Invariant($"weight {weight}"), FormattableString.Invariant($"exact {exact}"),
        FormattableString.Invariant($"large {large}"), FormattableString.Invariant($"small {small}"),
        $"is-fast {isFast}", $"label {label}",
        $"elsewhere {elsewhere}", $"mood {mood}", $"first {first.At} {first.Price} {first.Mood}",
        $"plan {string.Join(", ", plan.Select(item => $"{item.At} {item.Price} {item.Mood}"))}",
        $"steps {string.Join(' ', steps)}",
        $"perhaps {perhaps}", $"maybe {maybe}", $"by-default {byDefault.Count}", $"usually {usually}",
        FormattableString.Invariant($"seven {seven}"),
    ]);

    protected override async AgentTask TradeAsync(IMarketAccess market) => await market.Sleep(span);
}
