namespace Rialto.Sinks;

/// <summary>
/// A run cannot be kept where it was to be kept. The message is one line for the person who chose the place.
/// </summary>
public sealed class RunFolderException(string message) : Exception(message);
