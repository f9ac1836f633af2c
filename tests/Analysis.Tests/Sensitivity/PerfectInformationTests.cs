using Weerbaar.Analysis.Sensitivity;

namespace Weerbaar.Analysis.Tests.Sensitivity;

public sealed class PerfectInformationTests
{
    [Fact]
    public void A_symmetric_judgement_against_a_sure_thing_is_worth_what_the_hand_gives()
    {
        var model = new WeightedSumModel([1], [new(0, .5, 1), new(.5, .5, .5)]);

        PerfectInformation.PerJudgement(model).Select(worth => worth.Value).ShouldBe([1 / 12.0, 0], 1e-12);
    }

    [Fact]
    public void A_judgement_that_cannot_change_the_choice_is_worth_nothing()
    {
        var model = new WeightedSumModel([.5, .5], [new(.8, .9, 1), new(.8, .9, 1), new(0, .1, .5), new(.1, .1, .1)]);

        PerfectInformation.PerJudgement(model).ShouldAllBe(worth => worth.Value == 0);
    }

    [Fact]
    public void Sampled_worth_agrees_with_the_exact_worth()
    {
        var model = new WeightedSumModel([.6, .4], [new(0, .5, 1), new(.2, .5, .7), new(.3, .5, .6), new(.1, .6, .9)]);
        var exact = PerfectInformation.PerJudgement(model);
        const int samples = 40_000;
        var (inputs, values) = Sample(model, samples);

        for (var judgement = 0; judgement < 4; judgement++)
        {
            var sampled = PerfectInformation.PerInput(inputs[judgement], values, 2);
            sampled.Value.ShouldBe(exact[judgement].Value, 0.003);
        }
    }

    [Fact]
    public void Knowing_everything_is_worth_at_least_as_much_as_knowing_one_thing()
    {
        var model = new WeightedSumModel([.6, .4], [new(0, .5, 1), new(.2, .5, .7), new(.3, .5, .6), new(.1, .6, .9)]);
        var everything = PerfectInformation.Total(Sample(model, 20_000).Values, 2);

        PerfectInformation.PerJudgement(model).ShouldAllBe(worth => worth.Value <= everything.Value + (3 * everything.Error));
        everything.Error.ShouldBeInRange(1e-5, 1e-2);
    }

    private static (double[][] Inputs, double[] Values) Sample(WeightedSumModel model, int samples)
    {
        var inputs = Enumerable.Range(0, 4).Select(_ => new double[samples]).ToArray();
        var values = new double[2 * samples];
        var row = new double[4];
        for (var sample = 0; sample < samples; sample++)
        {
            Draws.Uniforms(sample, row);
            for (var i = 0; i < 4; i++)
            {
                inputs[i][sample] = model.Scores(i / 2)[i % 2].Quantile(row[i]);
                values[(2 * sample) + (i / 2)] += model.Weights[i % 2] * inputs[i][sample];
            }
        }

        return (inputs, values);
    }
}
