using Rialto.Journal;
using Rialto.Sinks;
using Rialto.Trading;

namespace Rialto.Tests.Sinks;

public sealed class BackgroundListenerTests
{
    /// <summary>
    /// Each inner listener gets what the market said, in its order and to the last word.
    /// Method: random steps of zero to many events, mixed with states and values, recorded directly and behind it.
    /// </summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(30_000)]
    public void What_comes_out_is_what_went_in(int steps)
    {
        Recorder direct = new();
        Recorder first = new();
        Recorder second = new();
        using BackgroundListener background = new(first, second);

        Play(steps, direct, background);
        background.Complete();

        Assert.Equal(direct.Lines, first.Lines);
        Assert.Equal(direct.Lines, second.Lines);
    }

    [Fact]
    public void A_step_that_is_longer_than_a_batch_stays_one_step()
    {
        Recorder recorder = new();
        using BackgroundListener background = new(recorder);
        MarketEvent[] events = [.. Enumerable.Repeat(MarketEvent.StateChanged(TradingState.Closed), 100_000)];

        TestMarket market = new(background);
        market.Deadline(1, TestMarket.Xyz, events.AsSpan(0, 3));
        market.Deadline(2, TestMarket.Xyz, events);
        market.Deadline(3, TestMarket.Xyz, events.AsSpan(0, 3));
        background.Complete();

        Assert.Equal([3, 100_000, 3], recorder.EventsPerStep);
    }

    [Fact]
    public void Flushing_hands_over_what_waits_for_its_batch_to_fill()
    {
        using ManualResetEventSlim written = new();
        using BackgroundListener background = new(new Announcer(written));
        new TestMarket(background).Deadline(1, TestMarket.Xyz, MarketEvent.StateChanged(TradingState.Closed));

        background.Flush();
        written.Wait();
        background.Complete();
    }

    [Fact]
    public void A_failure_surfaces_in_a_later_step_and_never_hangs_the_market()
    {
        Failure failure = new();
        using BackgroundListener background = new(failure);

        IOException thrown = Assert.Throws<IOException>(() => Play(int.MaxValue, background));
        Assert.Same(failure.Thrown, thrown);
        Assert.Same(thrown, Assert.Throws<IOException>(background.Flush));
        Assert.Same(thrown, Assert.Throws<IOException>(background.Complete));
    }

    [Fact]
    public void A_failure_in_the_tail_surfaces_at_completion()
    {
        Failure failure = new();
        using BackgroundListener background = new(failure);
        Play(1, background);

        Assert.Same(failure.Thrown, Assert.Throws<IOException>(background.Complete));
    }

    [Fact]
    public void Nothing_is_taken_after_completion()
    {
        using BackgroundListener background = new();
        background.Complete();

        Assert.Throws<ObjectDisposedException>(() => Play(1, background));
    }

    [Fact]
    public void Copying_allocates_nothing_once_warm()
    {
        using BackgroundListener background = new(new Silence());
        TestMarket market = new(background);
        Input input = Input.OfDeadline(Timestamp.Zero, TestMarket.Xyz);
        MarketEvent[] events =
            [MarketEvent.StateChanged(TradingState.Closed), MarketEvent.StateChanged(TradingState.Closed)];
        Send(100);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Send(100_000);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        background.Complete();

        // Waiting for the writer may cost the runtime a few bytes now and then; a step costs none.
        Assert.True(allocated < 50_000, $"{allocated} bytes for 100 000 steps");

        void Send(int steps)
        {
            for (int sequence = 1; sequence <= steps; sequence++)
                background.OnStep(new Step(sequence, input, events));
        }
    }

    static void Play(int steps, params IMarketListener[] listeners)
    {
        RandomStream random = new(1, "background");
        TestMarket market = new(listeners);
        for (int step = 0; step < steps; step++)
        {
            MarketEvent[] events = new MarketEvent[random.NextBetween(0, 5)];
            for (int index = 0; index < events.Length; index++)
            {
                events[index] = TestMarket.Level(
                    random.NextSide(), random.NextBetween(0, 9), random.NextBetween(-9, 9));
            }

            market.Deadline(step, step % 3 == 0 ? TestMarket.Xyz : TestMarket.Bond, events);
            for (long notes = random.NextBetween(-8, 3); notes > 0; notes--)
            {
                foreach (IMarketListener listener in listeners)
                    Note(listener, step, notes);
            }
        }
    }

    static void Note(IMarketListener listener, int step, long notes)
    {
        if (notes == 2)
            listener.OnValue(TestMarket.At(step), new(1), new(step));
        else
        {
            listener.OnAgentState(new AgentState(
                TestMarket.At(step), TestMarket.Ann, default, "woke", [StateValue.Of("step", (long)step)]));
        }
    }

    sealed class Recorder : IMarketListener
    {
        public readonly List<string> Lines = [];
        public readonly List<int> EventsPerStep = [];

        public void OnStep(in Step step)
        {
            EventsPerStep.Add(step.Events.Length);
            Lines.Add($"step {step.Sequence} {step.Input}");
            foreach (MarketEvent happened in step.Events)
                Lines.Add(happened.ToString());
        }

        public void OnAgentState(AgentState state) => Lines.Add($"state {state.At} {state.Values[0].Integer}");

        public void OnValue(Timestamp at, InstrumentId instrument, Price value) =>
            Lines.Add($"value {at} {instrument} {value}");
    }

    sealed class Failure : IMarketListener
    {
        public readonly IOException Thrown = new("the disk is full");

        public void OnStep(in Step step) => throw Thrown;
    }

    sealed class Silence : IMarketListener
    {
        public void OnStep(in Step step) { }
    }

    sealed class Announcer(ManualResetEventSlim written) : IMarketListener
    {
        public void OnStep(in Step step) => written.Set();
    }
}
