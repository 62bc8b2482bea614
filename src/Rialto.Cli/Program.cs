using Rialto.Cli;

return CommandLine.Run(args);
