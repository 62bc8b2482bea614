namespace Rialto.Markets;

/// <summary>A matrix of correlations, and the weights by which independent noise gets them.</summary>
public static class Correlations
{
    /// <summary>The lower triangular L with L Lᵀ = the matrix (Cholesky).</summary>
    /// <param name="matrix">Symmetric, with ones on its diagonal.</param>
    /// <returns>Null if no variables can be correlated so: the matrix is not positive semidefinite.</returns>
    public static double[][]? Factor(double[,] matrix)
    {
        const double Tolerance = 1e-9;
        int n = matrix.GetLength(0);
        double[][] factor = new double[n][];
        for (int row = 0; row < n; row++)
        {
            factor[row] = new double[n];
            for (int column = 0; column <= row; column++)
            {
                double rest = matrix[row, column];
                for (int k = 0; k < column; k++)
                    rest -= factor[row][k] * factor[column][k];

                if (column == row && rest < -Tolerance)
                    return null;
                if (column == row)
                    factor[row][row] = Math.Sqrt(Math.Max(0, rest));
                else if (factor[column][column] > Tolerance)
                    factor[row][column] = rest / factor[column][column];
                else if (Math.Abs(rest) > Tolerance)
                    return null;
            }
        }

        return factor;
    }
}
