using Rialto.Agents;
using Rialto.Journal;
using Rialto.Markets;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary><c>leeps_agent.csv</c>: one row per event that an agent or an investor stream handled.</summary>
/// <remarks>
/// Triggers: A accepted, U replaced, C canceled, E executed, bbo_change, post_batch, external_feed_change, speed,
/// slider, market_start, market_end. Investors see no market data, so their rows leave those columns empty.
/// </remarks>
public sealed class LeepsAgentFile : IMarketListener, IDisposable
{
    const string Header =
        "timestamp,subsession_id,account_id,trigger_msg_type,market_id,trader_model_name,inventory,best_bid,best_offer,"
        + "next_bid,next_offer,e_best_bid,e_best_offer,bid,offer,best_bid_except_me,best_offer_except_me,delay,"
            + "staged_bid,"
        + "staged_offer,implied_bid,implied_offer,slider_a_x,slider_a_y,slider_a_z,net_worth,cash,tax_paid,speed_cost";

    const int FirstState = 6;

    static readonly string[] States = Header.Split(',')[FirstState..];

    readonly TextWriter _writer;
    readonly LeepsNames _names;
    readonly AgentSetup[] _agents;

    /// <param name="writer">Disposed with the file.</param>
    /// <param name="setup">The market's agents and seed.</param>
    public LeepsAgentFile(TextWriter writer, MarketSetup setup)
    {
        _writer = writer;
        _names = new LeepsNames(setup.Seed, setup.Directory.Participants.Count);
        _agents = new AgentSetup[setup.Directory.Participants.Count];
        foreach (AgentSetup agent in setup.Agents)
            _agents[agent.Participant.Value] = agent;

        writer.Write(Header + "\n");
    }

    public void OnStep(in Step step) { }

    public void OnAgentState(AgentState state)
    {
        AgentSetup agent = _agents[state.Participant.Value];
        string[] cells = new string[FirstState + States.Length];
        cells[0] = LeepsCell.Of(state.At);
        cells[1] = _names.Session;
        cells[2] = _names[state.Participant];
        cells[3] = state.Trigger;
        cells[4] = LeepsCell.Of(state.Home.Venue.Value);
        cells[5] = agent.Agent is InvestorFlow ? "investor" : "automated";
        for (int i = 0; i < States.Length; i++)
        {
            cells[FirstState + i] = "";
            foreach (StateValue value in state.Values)
            {
                if (value.Name == States[i])
                    cells[FirstState + i] = LeepsCell.Of(value);
            }
        }

        _writer.Write(string.Join(',', cells) + "\n");
    }

    public void Dispose() => _writer.Dispose();
}
