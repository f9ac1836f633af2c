using FsCheck;
using FsCheck.Fluent;
using Weerbaar.Analysis.Sensitivity;

namespace Weerbaar.Analysis.Tests.Sensitivity;

public sealed class SobolTests
{
    [Fact]
    public void The_function_of_ishigami_and_homma_gives_its_known_indices()
    {
        var result = SobolIndices.Estimate(Ishigami, 3, 20_000, Draws.Uniforms);

        result.Variance.ShouldBe(13.8446, 0.3);
        double[] first = [0.31391, 0.44241, 0];
        double[] total = [0.55759, 0.44241, 0.24368];
        for (var input = 0; input < 3; input++)
        {
            var index = result.Indices[input];
            index.FirstOrder.ShouldBe(first[input], 4 * index.FirstOrderError);
            index.Total.ShouldBe(total[input], 4 * index.TotalError);
            index.TotalError.ShouldBeInRange(1e-4, 0.02);
        }
    }

    [Fact]
    public void An_additive_model_gives_the_exact_shares_and_they_sum_to_one() => Prop.ForAll(Draws.Models, model =>
    {
        var scores = model.Scores(0).ToArray();
        var weights = model.Weights.ToArray();
        var exact = SobolIndices.Additive(scores.Select((score, i) => weights[i] * weights[i] * score.Variance).ToArray());
        var found = SobolIndices.Estimate(row => Sum(row, weights, scores), scores.Length, 2000, Draws.Uniforms).Indices;
        var error = Math.Sqrt(found.Sum(index => index.FirstOrderError * index.FirstOrderError)) + found.Sum(index => index.FirstOrderError);
        return Math.Abs(found.Sum(index => index.FirstOrder) - 1) <= (4 * error) + 1e-9
            && found.Zip(exact).All(pair => Math.Abs(pair.First.Total - pair.Second) <= (5 * pair.First.TotalError) + 1e-9);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void The_stated_error_covers_the_truth_about_as_often_as_it_says()
    {
        var inside = 0;
        for (var run = 0; run < 200; run++)
        {
            var offset = run * 1000;
            var index = SobolIndices.Estimate(Ishigami, 3, 500, (sample, row) => Draws.Uniforms(offset + sample, row)).Indices[0];
            inside += Math.Abs(index.Total - 0.55759) <= 2 * index.TotalError ? 1 : 0;
        }

        inside.ShouldBeInRange(180, 200);
    }

    [Fact]
    public void A_result_that_does_not_vary_has_no_indices() =>
        SobolIndices.Estimate(_ => 3, 2, 10, Draws.Uniforms).Indices.ShouldAllBe(index => index == default);

    [Fact]
    public void The_quantile_of_a_judged_score_has_the_stated_mean_and_variance()
    {
        var score = new JudgedScore(.2, .3, .9);
        var values = Enumerable.Range(0, 100_000).Select(i => score.Quantile((i + 0.5) / 100_000)).ToArray();

        values.Average().ShouldBe(score.Mean, 1e-6);
        values.Average(value => (value - score.Mean) * (value - score.Mean)).ShouldBe(score.Variance, 1e-6);
    }

    private static double Ishigami(ReadOnlySpan<double> row)
    {
        var (x, y, z) = (Angle(row[0]), Angle(row[1]), Angle(row[2]));
        return Math.Sin(x) + (7 * Math.Sin(y) * Math.Sin(y)) + (0.1 * z * z * z * z * Math.Sin(x));
    }

    private static double Angle(double uniform) => Math.PI * ((2 * uniform) - 1);

    private static double Sum(ReadOnlySpan<double> row, double[] weights, JudgedScore[] scores)
    {
        var sum = 0.0;
        for (var i = 0; i < scores.Length; i++)
        {
            sum += weights[i] * scores[i].Quantile(row[i]);
        }

        return sum;
    }
}
