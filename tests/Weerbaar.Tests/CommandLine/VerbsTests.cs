using System.CommandLine;
using System.Globalization;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.Tests.CommandLine;

/// <summary>How a verb ends, whatever verb it is.</summary>
public sealed class VerbsTests : IDisposable
{
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
    }

    [Theory]
    [InlineData("There is no verb 'comput'. Did you mean compute? See weerbaar --help.", "comput")]
    [InlineData("There is no verb 'fly'. See weerbaar --help.", "fly")]
    [InlineData("There is no option --shar. Did you mean --share? See weerbaar compute --help.", "compute", "x", "--shar", "1")]
    [InlineData("There is no option --shar. Did you mean --share? See weerbaar compute --help.", "compute", "--shar=1")]
    [InlineData("'y' is one word too many. See weerbaar compute --help.", "compute", "x", "y")]
    [InlineData("Cannot parse argument 'much' for option '--share'. See weerbaar compute --help.", "compute", "x", "--share", "much")]
    public async Task A_call_that_does_not_fit_gives_one_line_with_the_nearest(string says, params string[] words)
    {
        (await RunAsync(_ => { }, words)).ShouldBe(1);

        error.ToString().Trim().ShouldBe(says);
        output.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_defect_is_one_line_that_says_where_the_details_are()
    {
        (await RunAsync(_ => throw new InvalidOperationException("The hinge broke.\nAll of it."), "compute", "x")).ShouldBe(2);

        var line = error.ToString().Trim();
        line.ShouldStartWith("This is a defect of weerbaar, not your doing: The hinge broke. Please report it with the details in ");
        line.ShouldNotContain("   at ");
        var details = line[(line.LastIndexOf(' ') + 1)..].TrimEnd('.');
        (await File.ReadAllTextAsync(details)).ShouldContain("   at ");
        Directory.Delete(Path.GetDirectoryName(details)!, recursive: true);
    }

    [Fact]
    public async Task Bad_input_is_said_line_by_line_and_not_without_end()
    {
        var errors = Enumerable.Range(1, 60).Select(n => new InputError("f.yaml", n, "wrong")).ToList();
        (await RunAsync(_ => throw new BadInputException(errors), "compute", "x")).ShouldBe(1);
        error.ToString().Trim().Split('\n').Length.ShouldBe(51);
        error.ToString().ShouldEndWith("… and 10 more.\n");
    }

    [Fact]
    public async Task A_message_that_quotes_a_whole_file_is_cut()
    {
        (await RunAsync(_ => throw new BadUse($"Unknown: {new string('a', 1_000_000)}. Rename it."), "compute", "x")).ShouldBe(1);

        error.ToString().Length.ShouldBeLessThan(1100);
        error.ToString().ShouldEndWith(". Rename it.\n");
    }

    [Fact]
    public async Task Numbers_have_a_point_in_any_country()
    {
        var before = CultureInfo.CurrentCulture;
        var read = 0.0;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("nl-NL");
            (await RunAsync(share => read = share, "compute", "x", "--share", "0.001")).ShouldBe(0, error.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        read.ShouldBe(0.001);
    }

    private Task<int> RunAsync(Action<double> work, params string[] words)
    {
        var file = new Argument<string>("FILE");
        var share = new Option<double>("--share");
        var compute = new Command("compute") { file, share };
        compute.SetAction(parsed => work(parsed.GetValue(share)));
        return Verbs.RunAsync(new RootCommand { compute, new Command("load") }, words, output, error);
    }
}
