using MyAgent;
using Rialto.Markets;
using Rialto.Simulation;

AgentKinds kinds = new();
kinds.Add(typeof(Dealer).Assembly);
Scenario scenario = new ScenarioReader(kinds).ReadFile(args[0], assignments: []);
SimulationRun run = new(scenario, scenario.Seed);
while (run.Advance());

Market market = run.Market;
Console.WriteLine($"{market.Events} events, state hash {market.Hash:x16}");
long LotsOf(AgentSetup dealer) => market.InventoryOf(dealer.Participant, dealer.Home.Instrument);
foreach (AgentSetup dealer in run.Setup.Agents.Where(setup => setup.Agent is Dealer))
    Console.WriteLine($"{market.Directory[dealer.Participant].Name} owns {LotsOf(dealer)} lots");
