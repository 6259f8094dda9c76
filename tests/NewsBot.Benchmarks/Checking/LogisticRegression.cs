namespace NewsBot.Benchmarks.Checking;

/// <summary>One example for a fit.</summary>
/// <param name="Inputs">The measures.</param>
/// <param name="IsPositive">The label.</param>
/// <param name="Weight">How much it counts.</param>
internal sealed record FitExample(double[] Inputs, bool IsPositive, double Weight);

/// <summary>
/// Logistic regression with an L2 penalty, fitted by Newton's method (iteratively reweighted least squares). The first coefficient is the
/// intercept, which is not penalised.
/// </summary>
internal sealed class LogisticRegression(double[] coefficients)
{
    private const int Rounds = 30;

    /// <summary>Intercept, then one coefficient an input.</summary>
    public IReadOnlyList<double> Coefficients => coefficients;

    /// <summary>Fits to examples.</summary>
    public static LogisticRegression Fit(IReadOnlyList<FitExample> examples, double penalty)
    {
        var size = examples[0].Inputs.Length + 1;
        var model = new LogisticRegression(new double[size]);
        for (var round = 0; round < Rounds; round++)
        {
            model = model.Step(examples, penalty, size);
        }

        return model;
    }

    /// <summary>The likelihood of the positive label.</summary>
    public double Likelihood(double[] inputs) => 1 / (1 + Math.Exp(-LogOdds(inputs)));

    /// <summary>The same as log odds.</summary>
    public double LogOdds(double[] inputs)
    {
        var sum = coefficients[0];
        for (var i = 0; i < inputs.Length; i++)
        {
            sum += coefficients[i + 1] * inputs[i];
        }

        return sum;
    }

    private LogisticRegression Step(IReadOnlyList<FitExample> examples, double penalty, int size)
    {
        var gradient = new double[size];
        var curvature = new double[size, size];
        foreach (var example in examples)
        {
            double[] inputs = [1, .. example.Inputs];
            var likelihood = Likelihood(example.Inputs);
            var error = example.Weight * ((example.IsPositive ? 1 : 0) - likelihood);
            var spread = example.Weight * likelihood * (1 - likelihood);
            for (var i = 0; i < size; i++)
            {
                gradient[i] += error * inputs[i];
                for (var j = 0; j < size; j++)
                {
                    curvature[i, j] += spread * inputs[i] * inputs[j];
                }
            }
        }

        for (var i = 0; i < size; i++)
        {
            gradient[i] -= i > 0 ? penalty * coefficients[i] : 0;
            curvature[i, i] += i > 0 ? penalty : 1e-9;
        }

        var step = Solve(curvature, gradient);
        return new LogisticRegression([.. coefficients.Select((coefficient, i) => coefficient + step[i])]);
    }

    // Gaussian elimination with partial pivoting.
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var size = right.Length;
        for (var column = 0; column < size; column++)
        {
            var pivot = Enumerable.Range(column, size - column).MaxBy(row => Math.Abs(matrix[row, column]));
            for (var j = 0; j < size; j++)
            {
                (matrix[column, j], matrix[pivot, j]) = (matrix[pivot, j], matrix[column, j]);
            }

            (right[column], right[pivot]) = (right[pivot], right[column]);
            for (var row = column + 1; row < size; row++)
            {
                var factor = matrix[row, column] / matrix[column, column];
                right[row] -= factor * right[column];
                for (var j = column; j < size; j++)
                {
                    matrix[row, j] -= factor * matrix[column, j];
                }
            }
        }

        var solution = new double[size];
        for (var row = size - 1; row >= 0; row--)
        {
            var known = Enumerable.Range(row + 1, size - row - 1).Sum(j => matrix[row, j] * solution[j]);
            solution[row] = (right[row] - known) / matrix[row, row];
        }

        return solution;
    }
}
