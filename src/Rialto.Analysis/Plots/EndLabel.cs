namespace Rialto.Analysis;

/// <summary>A name at the right end of a line, in the line's colour.</summary>
/// <param name="Text">Shortened if it is long.</param>
/// <param name="Colour">A colour class of the stylesheet.</param>
/// <param name="Y">Where the line ends, in the units of the y axis.</param>
sealed record EndLabel(string Text, string Colour, double Y);
