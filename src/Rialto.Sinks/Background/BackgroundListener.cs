using System.Runtime.ExceptionServices;
using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Sinks;

/// <summary>Copies what a market does and replays it, in order, to other listeners on a thread of their own.</summary>
/// <remarks>
/// <code>
/// market's thread ─▶ batch being filled ─▶ bounded queue ─▶ writer's thread ─▶ inner listeners
///                          ▲                                      │
///                          └────────── emptied batches ◀──────────┘
/// </code>
/// Nothing is dropped: where the writer is behind, the market waits. Within a batch each inner listener gets everything
/// before the next one begins. A failure of an inner listener ends the writer and is thrown again from the next call.
/// The batches are used again, so nothing is allocated once the longest step was seen.
/// </remarks>
public sealed class BackgroundListener : IMarketListener, IDisposable
{
    const int Batches = 8;

    readonly object _gate = new();
    readonly Queue<StepBatch> _emptied = new(Batches);
    readonly Queue<StepBatch> _filled = new(Batches);
    readonly IMarketListener[] _inner;
    readonly Thread _writer;
    StepBatch _filling = new();
    volatile ExceptionDispatchInfo? _failure;
    bool _isEnded;

    /// <param name="inner">Called on the writer's thread only, until <see cref="Complete"/> has returned.</param>
    public BackgroundListener(params ReadOnlySpan<IMarketListener> inner)
    {
        _inner = inner.ToArray();
        for (int batch = 1; batch < Batches; batch++)
            _emptied.Enqueue(new StepBatch());

        _writer = new Thread(Write) { IsBackground = true, Name = "rialto-sinks" };
        _writer.Start();
    }

    public void OnStep(in Step step)
    {
        MakeSure(_filling.HasRoomFor(step.Events.Length));
        _filling.Add(step);
    }

    /// <param name="state">Kept by reference until it is written: it may not change after the call.</param>
    public void OnAgentState(AgentState state)
    {
        MakeSure(_filling.HasRoomForNote);
        _filling.Add(state);
    }

    public void OnValue(Timestamp at, InstrumentId instrument, Price value)
    {
        MakeSure(_filling.HasRoomForNote);
        _filling.Add(at, instrument, value);
    }

    /// <summary>
    /// Hands over what was collected, without waiting for it to be written. For markets with quiet times.
    /// </summary>
    public void Flush() => MakeSure(_filling.IsEmpty);

    /// <summary>Waits until everything is written and ends the writer.</summary>
    /// <remarks>It throws the failure of an inner listener, if there was one.</remarks>
    public void Complete()
    {
        End();
        _failure?.Throw();
    }

    /// <summary>As <see cref="Complete"/>, but silent about failures.</summary>
    public void Dispose() => End();

    /// <summary>Hands the batch over unless there is room in it.</summary>
    void MakeSure(bool hasRoom)
    {
        _failure?.Throw();
        ObjectDisposedException.ThrowIf(_isEnded, this);
        if (!hasRoom)
            HandOver();
    }

    void HandOver()
    {
        lock (_gate)
        {
            while (_emptied.Count == 0 && _failure is null)
                Monitor.Wait(_gate);

            _failure?.Throw();
            _filled.Enqueue(_filling);
            _filling = _emptied.Dequeue();
            Monitor.PulseAll(_gate);
        }
    }

    void End()
    {
        lock (_gate)
        {
            if (!_isEnded && !_filling.IsEmpty)
                _filled.Enqueue(_filling);

            _isEnded = true;
            Monitor.PulseAll(_gate);
        }

        _writer.Join();
    }

    void Write()
    {
        try
        {
            while (Next() is { } batch)
            {
                foreach (IMarketListener listener in _inner)
                    batch.Replay(listener);

                batch.Clear();
                lock (_gate)
                {
                    _emptied.Enqueue(batch);
                    Monitor.PulseAll(_gate);
                }
            }
        }
        catch (Exception failure)
        {
            lock (_gate)
            {
                _failure = ExceptionDispatchInfo.Capture(failure);
                Monitor.PulseAll(_gate);
            }
        }
    }

    /// <summary>The next batch to write; null at the end.</summary>
    StepBatch? Next()
    {
        lock (_gate)
        {
            while (_filled.Count == 0 && !_isEnded)
                Monitor.Wait(_gate);

            return _filled.TryDequeue(out StepBatch? batch) ? batch : null;
        }
    }
}
