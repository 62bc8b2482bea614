using Rialto.Markets;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>Reads how the noise of fundamental values is correlated: a list of <c>[A, B, 0.8]</c>.</summary>
/// <remarks>
/// Pairs that are not listed are uncorrelated. The noise of an instrument is a weighted sum of one source per
/// instrument, by the Cholesky factor of the matrix: two processes that revert at the same rate then have exactly this
/// correlation of increments.
/// </remarks>
sealed class CorrelationReader
{
    readonly IReadOnlyList<Instrument> _instruments;
    readonly double[][]? _factor;

    public CorrelationReader(Node? node, IReadOnlyList<Instrument> instruments, IReadOnlyList<ValueProcess?> processes)
    {
        _instruments = instruments;
        if (node is null)
            return;

        double[,] matrix = new double[instruments.Count, instruments.Count];
        for (int i = 0; i < instruments.Count; i++)
            matrix[i, i] = 1;

        foreach (Node item in Values.Items(node, "a list of [instrument, instrument, correlation]"))
        {
            if (item is not ListNode { Items: [Node first, Node second, Node value] })
            {
                throw new ScenarioException(
                    item, "expected two instruments and their correlation, for example [ABC, XYZ, 0.8].");
            }

            (int a, int b) = (IndexOf(first), IndexOf(second));
            if (processes[a] is not { } one || processes[b] is not { } other)
                throw new ScenarioException(item, "only values that follow a random process can be correlated.");
            if (a == b || matrix[a, b] != 0)
                throw new ScenarioException(item, "two different instruments, and each pair once.");
            if (one.Reversion != other.Reversion)
            {
                throw new ScenarioException(
                    item, "values can be correlated if they revert at the same rate: give both the same 'reversion'.");
            }

            double correlation = Values.Real(value);
            if (Math.Abs(correlation) > 1)
                throw Values.Wrong(value, "a correlation from -1 to 1");

            matrix[a, b] = matrix[b, a] = correlation;
        }

        _factor = Correlations.Factor(matrix)
            ?? throw new ScenarioException(
                node, "these correlations contradict one another (the matrix is not positive semidefinite).");
    }

    /// <summary>The noise of an instrument in a run.</summary>
    public GaussianNoise NoiseOf(int instrument, ulong seed) => _factor is null
        ? new GaussianNoise(Source(instrument, seed))
        : new GaussianNoise(
            Enumerable.Range(0, instrument + 1).Select(i => Source(i, seed)), _factor[instrument][..(instrument + 1)]);

    KeyedRandom Source(int instrument, ulong seed) => new(seed, $"values/{_instruments[instrument].Symbol}");

    int IndexOf(Node node)
    {
        string symbol = Values.Text(node, "an instrument");
        for (int i = 0; i < _instruments.Count; i++)
        {
            if (_instruments[i].Symbol == symbol)
                return i;
        }

        throw new ScenarioException(
            node,
            $"there is no instrument '{symbol}'{NearestName.Hint(symbol, [.. _instruments.Select(i => i.Symbol)])}");
    }
}
