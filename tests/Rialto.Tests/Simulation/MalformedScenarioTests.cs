using FsCheck.Fluent;
using Rialto.Simulation;

namespace Rialto.Tests.Simulation;

/// <summary>What cannot be run is refused in one line that says where, what, and what was expected.</summary>
public sealed class MalformedScenarioTests
{
    /// <summary>A part of the good scenario, what stands there instead, and the message.</summary>
    public static TheoryData<string, string, string> Mistakes => new()
    {
        // The document.
        { "name: two-markets", "name: [two-markets", "1:7: this is not valid YAML from here on; is something "
            + "not closed?" },
        { "name: two-markets", "name: two-markets\nname: again", "2:1: this is not valid YAML: Duplicate key name." },
        { "name: two-markets", "name: \"two\tmarkets",
            "1:7: this is not valid YAML: While scanning a multi-line double-quoted scalar, found wrong indentation." },
        { "seed: 7", "seed: 7\n---\nseed: 8", " expected one YAML document, found 2." },
        { "seed: 7", "seed: &seed 7\ncandles: *seed", "4:10: aliases are not supported here; write the value again." },
        { "[events, trades]", new string('[', 40) + new string(']', 40), "15:40: nested more than 32 deep." },
        { "seed: 7", "? [1, 2]\n: 3", "3:3: a key is a single word." },

        // Keys.
        { "duration: 10 s", "duratoin: 10 s", "2:1: 'duration' is missing; did you mean it by 'duratoin'?" },
        { "seed: 7", "seeds: 7", "3:1: unknown key 'seeds'; did you mean 'seed'?" },
        { "seed: 7", "colour: blue", "3:1: unknown key 'colour'; expected one of: name, description, source, duration, "
            + "seed, instruments, venues, settlement, values, network, agents, interventions, risk, record, candles, "
                + "call-budget." },
        { "tick: 0.01", "ticks: 0.01", "5:10: 'tick' is missing; did you mean it by 'ticks'?" },
        { "ties: arrival", "tie: arrival", "7:37: unknown key 'tie'; did you mean 'ties'?" },
        { "offset: 1,", "ofset: 1,", "12:46: 'offset' is missing; did you mean it by 'ofset'?" },
        { "sleep: 1 s, opening: 10", "sleep: 1 s, opening: 10, opening-price: 10", "13:75: unknown key "
            + "'opening-price'; expected one of: name, count, venue, instrument, order-latency, data-latency, "
                + "order-jitter, data-jitter, computation, location, region, start, cash, inventory, sleep, opening." },
        { "path: [[0 s, "
            + "100], [5 s, 90]]", "start: 100, jumps: { rate: 1 / s, deviation: 1, size: 3 }",
            "10:58: unknown key 'size'; expected one of: exponential, mean, deviation, count, rate." },
        { "path: [[0 s, 100], [5 s, 90]]", "path: [[0 s, 100]], start: 100", "10:30: unknown key 'start'; expected one "
            + "of: mean-reverting, random-walk, geometric, dividends, path." },

        // Types and units.
        { "duration: 10 s", "duration: 10",
            "2:11: found '10', expected a time with its unit, for example 500 ms or 10 s." },
        { "duration: 10 s", "duration: 10 seconds",
            "2:11: found '10 seconds', expected a time with its unit, for example 500 ms or 10 s." },
        { "duration: 10 s", "duration: 0 s", "2:11: expected a time above zero." },
        { "duration: 10 s", "duration: -1 s",
            "2:11: '-1 s' is out of range: expected a time with its unit, for example 500 ms or 10 s." },
        { "duration: 10 s", "duration: 1000000 d",
            "2:11: '1000000 d' is out of range: expected a time with its unit, for example 500 ms or 10 s." },
        { "duration: 10 s", "duration: [10 s]",
            "2:11: found a list, expected a time with its unit, for example 500 ms or 10 s." },
        { "rate: 10 / s", "rate: 10",
            "12:38: found '10', expected a rate with its unit, for example 10 / s or 3 / min." },
        { "rate: 10 / s", "rate: 10 s",
            "12:38: found '10 s', expected a rate with its unit, for example 10 / s or 3 / min." },
        { "rate: 10 / s", "rate: 0 / s",
            "12:38: '0 / s' is out of range: expected a rate with its unit, for example 10 / s or 3 / min." },
        { "rate: 10 / s", "rate: 10 / ns",
            "12:38: '10 / ns' is out of range: expected a rate with its unit, for example 10 / s or 3 / min." },
        { "seed: 7", "seed: -7", "3:7: found '-7', expected a whole number from 0 on." },
        { "seed: 7", "seed: 7.5", "3:7: found '7.5', expected a whole number from 0 on." },
        { "tick: 0.01", "tick: 0", "5:16: found '0', expected a number from 0.000000001 to 1000000000." },
        { "tick: 0.01", "tick: 1e30", "5:16: found '1e30', expected a number." },
        { "tick: 0.01", "tick: a cent", "5:16: found 'a cent', expected a number." },
        { "count: 3", "count: -3", "13:47: found '-3', expected a whole number from 1 to 10000000." },
        { "count: 3", "count: 1.5", "13:47: found '1.5', expected a whole number from 1 to 10000000." },
        { "opening: 10", "opening: 10.005",
            "13:71: '10.005' is not a whole number of ticks: the tick of XYZ is 0.01." },
        { "opening: 10", "opening: 1e15", "13:71: '1e15' is out of range: at most 10¹² ticks of 0.01." },
        { "offset: 1,", "offset: 1e300,", "12:54: found '1e300', expected an amount of currency, for example 100.25." },
        { "offset: 1,", "offset: ,", "12:54: found nothing, expected an amount of currency, for example 100.25." },
        { "deviation: 1.2", "deviation: -1.2", "12:16: deviation: A deviation is zero or more." },
        { "investors: { venue: focal, rate: 10 / s, offset: 1, deviation: 1.2, grid: 1,", "investors: { venue: focal, "
            + "rate: 10 / s, offset: 1, deviation: 1.2, grid: 0,", "12:16: grid: A price grid is above zero." },
        { "watch: external, grid: 1,", "watch: external, grid: 0,", "14:49: grid: A price grid is above zero." },
        { "lifetime: 7 s", "lifetime: 0 s", "12:16: lifetime: An order lives for some time." },
        { "sleep: 1 s", "sleep: 0 s", "13:21: sleep: A trader that never sleeps does not let time pass." },
        { "[3 s, 1, slow,", "[3 s, 1, medium,", "14:82: found 'medium'; expected one of: slow, fast." },
        { "[3 s, 1, slow, 1, 0.1, 0.5]", "[3 s, 1, slow]",
            "14:73: 3 values, expected 6: at, agent, speed, signed-volume, inventory, external." },
        { "[[3 s, 1, slow, 1, 0.1, 0.5]]", "{ at: 3 s }",
            "14:72: found a mapping, expected a list, or the name of a .csv file." },
        { "[[3 s, 1, slow, 1, 0.1, 0.5]]", "[{ at: 3 s, agent: 1 }]", "14:73: 'speed' is missing: expected a value." },
        { "[[3 s, 1, slow, 1, 0.1, 0.5]]", "[[3 s, 3, slow, 1, 0.1, 0.5]]",
            "14:10: schedule: It names an agent that is not there: they are numbered from 1 to 2." },

        // Names.
        { "name: two-markets", "name: two/markets",
            "1:7: 'two/markets' cannot name a folder: use letters, digits and hyphens." },
        { "name: two-markets\n", "", "1:1: 'name' is missing: expected a short name for the run's folder." },
        { "institution: continuous", "institution: continous", "7:25: found 'continous'; did you mean 'continuous'?" },
        { "institution: { batch: 2 s }", "institution: { batch: 2 s, "
            + "price: last }", "8:49: found 'last'; expected one of: midpoint-up, midpoint, buyer, seller." },
        { "institution: { batch: 2 s }", "institution: {}",
            "8:28: 'batch' is missing: expected the time between two batches." },
        { "institution: { batch: 2 s }", "institution: { batch: 0 s }", "8:37: expected a time above zero." },
        { "institution: { batch: 2 s }", "institution: { batch: 2 s, "
            + "price: sellers }", "8:49: found 'sellers'; did you mean 'seller'?" },
        { "institution: { batch: 2 s }", "institution: { batch: 2 s, "
            + "rationing: prorata }", "8:53: found 'prorata'; did you mean 'pro-rata'?" },
        { "institution: { batch: 2 s }", "institution: { batch: 2 s, phase: 2 s }",
            "8:49: expected a time below that between two batches, 2 s." },
        { "institution: { batch: 2 s }", "institution: { batch: 2 s, "
            + "fase: 1 s }", "8:42: unknown key 'fase'; did you mean 'phase'?" },
        { "institution: { batch: 2 s }", "institution: { batch: 2 s }, speed-bump: { delay: 1 ms, for: takers }",
            "8:76: nobody takes on arrival but in a continuous auction: expected all." },
        { "ties: arrival", "speed-bump: 0 s", "7:49: expected a time above zero." },
        { "ties: arrival", "speed-bump: 350",
            "7:49: found '350', expected a time with its unit, for example 500 ms or 10 s." },
        { "ties: arrival", "speedbump: 350 us", "7:37: unknown key 'speedbump'; did you mean 'speed-bump'?" },
        { "ties: arrival", "speed-bump: { delay: 1 ms, for: taker }", "7:69: found 'taker'; did you mean 'takers'?" },
        { "ties: arrival", "speed-bump: { delay: 1 ms, "
            + "delays: [entry] }", "7:73: found 'entry'; did you mean 'enter'?" },
        { "ties: arrival", "speed-bump: { for: takers }",
            "7:49: 'delay' is missing: expected how long a request waits." },
        { "ties: arrival", "ties: fair", "7:43: found 'fair'; expected one of: arrival, random." },
        { "- random-traders: { venue: external", "- random-traders: { "
            + "venue: extrenal", "13:30: there is no venue 'extrenal'; did you mean 'external'?" },
        { "- random-traders: { venue: external", "- random-traders: { instrument: XYZ",
            "13:21: 'venue' is missing: expected one of: focal, external." },
        { "watch: external", "watch: nowhere", "14:33: there is no venue 'nowhere'; expected one of: "
            + "focal, external." },
        { "- elo:", "- eloo:", "14:5: there are no agents called 'eloo'; did you mean 'elo'?" },
        { "- elo:", "- name: a\n    elo:", "14:5: expected one population: a kind of agents with its parameters." },
        { "- elo:", "- elo\n  - elo:", "14:5: expected one population: a kind of agents with its parameters." },
        { "- random-traders: { venue: external,", "- random-traders: { venue: external, name: elo,",
            "14:5: two groups are called 'elo': give one a 'name'." },
        { "- random-traders: { venue: external,", "- random-traders: { venue: external, name: elo/1,",
            "13:46: 'elo/1' cannot name a group: leave out the '/'." },
        { "  XYZ: { path", "  ABC: { path", "10:3: there is no instrument 'ABC'; expected one of: XYZ." },
        { "[events, trades]", "[events, tardes]", "15:18: found 'tardes'; did you mean 'trades'?" },
        { "[events, trades]", "{ events: true }", "15:9: found a mapping, expected a list of what to record." },

        // What is missing, and what is empty.
        { "values:\n  XYZ: { path: [[0 s, 100], [5 s, 90]] }\n", "",
            "10:5: 'investors' need to know what XYZ is worth: add it to 'values'." },
        { "XYZ: { tick: 0.01, lot: 1 }", "{}", "5:3: expected at least one instrument." },
        { "XYZ: { tick: 0.01, lot: 1 }", "XYZ:", "5:7: expected the instrument's tick and lot, found nothing." },
        { "path: [[0 s, 100], [5 s, 90]]", "path: []", "10:16: expected at least one [time, value]." },
        { "path: [[0 s, 100], [5 s, 90]]", "path: [[1 s, 100]]", "10:18: the first value of a path is that at 0 s." },
        { "path: [[0 s, 100], [5 s, 90]]", "path: [[0 s, 100], [5 s, 90], [4 s, 80]]",
            "10:41: the times of a path ascend." },
        { "path: [[0 s, 100], [5 s, 90]]", "path: [[0 s, 100, 1]]",
            "10:17: expected [time, value], for example [5 s, 90]." },
        { "path: [[0 s, 100], [5 s, 90]]", "start: 100, jumps: { rate: 1 / s }",
            "10:29: 'deviation' is missing: expected the standard deviation of a jump." },
        { "  focal: { institution: continuous, ties: arrival }\n  external: { institution: { batch: 2 s } }", "  {}",
            "7:3: expected at least one venue." },
        { "  XYZ: { tick: 0.01, lot: 1 }",
            "  XYZ: { tick: 0.000000001, lot: 1 }\n  ABC: { tick: 1000000, lot: 1000000 }",
            "5:3: the ticks and lots of these instruments, and the fees, are too different for one unit of cash." },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_refused_in_one_line(string part, string mistake, string message)
    {
        string text = ScenarioText.With(part, mistake);
        ScenarioException refused = Assert.Throws<ScenarioException>(() => ScenarioText.Read(text));

        Assert.Equal("scenario.yaml:" + message, refused.Message);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public void The_good_scenario_is_good() => Assert.Equal(
        ["investors", "random-traders/1", "random-traders/2", "random-traders/3", "elo/1", "elo/2"],
        ScenarioText.Read(ScenarioText.Good).Build(1).Directory.Participants.Select(participant => participant.Name));

    /// <summary>
    /// Whatever is changed in a scenario, it is read, or refused in one line. Nothing else ever happens.
    /// </summary>
    [Fact]
    public void Any_text_is_read_or_refused_in_one_line() => Property.Holds(
        from place in Gen.Choose(0, ScenarioText.Good.Length - 1)
        from gone in Gen.Choose(0, 12)
        from inserted in Gen.Elements(
            "", "[", "]", "{", "}", ":", ": ", ",", "\n", "\n  ", "- ", "&a ", "*a", "!!int ", "|", "\"", "'", "\t",
            "#", "9999999999999", "-1", "1e28", "\0", "?")
        select ScenarioText.Good.Remove(place, Math.Min(gone, ScenarioText.Good.Length - place)).Insert(
            place, inserted),
        text =>
        {
            try
            {
                ScenarioText.Read(text).Build(1);
            }
            catch (ScenarioException refused)
            {
                Assert.DoesNotContain('\n', refused.Message);
                Assert.StartsWith("scenario.yaml", refused.Message, StringComparison.Ordinal);
            }
        });
}
