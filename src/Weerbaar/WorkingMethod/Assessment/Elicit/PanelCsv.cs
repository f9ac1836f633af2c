using System.Globalization;
using CsvHelper;
using Weerbaar.Analysis.Elicitation;

namespace Weerbaar.WorkingMethod.Assessment.Elicit;

/// <summary>
/// A panel as CSV: one row an answer, columns question, is_seed, realisation, expert and one column per quantile
/// (q05, q50, q95; q025 is 2.5 %), and if need be scale (uni or log). Columns are found by their heading.
/// </summary>
internal sealed class PanelCsv
{
    private static readonly string[] required = ["question", "is_seed", "realisation", "expert"];

    private readonly PanelDraft draft;
    private readonly CsvReader csv;
    private readonly Dictionary<string, int> columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(double Level, int Column)> quantiles = [];
    private int fields;

    private PanelCsv(CsvReader csv, string file) => (this.csv, draft) = (csv, new(file));

    private int Line => (int)csv.LineNumber;

    public static PanelDraft Parse(string text, string file)
    {
        using var csv = CsvReader.FromText(text, CsvReaderOptions.Default with
        {
            TrackLineNumbers = true,
            Separator = null,
            HasHeader = false,
            MalformedData = CsvMalformedDataHandling.Throw,
        });
        var panel = new PanelCsv(csv, file);
        try
        {
            panel.ReadAll();
        }
        catch (CsvFormatException wrong)
        {
            panel.draft.Fault((int)wrong.LineNumber, "the quotes of this line do not match. Close every quote that is opened.");
        }

        return panel.draft;
    }

    private void ReadAll()
    {
        if (!csv.Read())
        {
            draft.Fault("The file is empty. Its first line must name the columns: question,is_seed,realisation,expert,q05,q50,q95.");
            return;
        }

        ReadHeadings();
        var usable = quantiles.Count > 0 && required.All(columns.ContainsKey);
        while (usable && csv.Read())
        {
            ReadRow();
        }
    }

    private void ReadHeadings()
    {
        fields = csv.FieldCount;
        for (var column = 0; column < fields; column++)
        {
            var heading = csv.GetString(column).Trim().TrimStart('\uFEFF');
            if (!columns.TryAdd(heading, column))
            {
                draft.Fault(1, $"the column '{heading}' occurs twice. Remove one.");
            }
            else if (Level(heading) is { } level)
            {
                quantiles.Add((level, column));
            }
            else if (!required.Append("scale").Contains(heading, StringComparer.OrdinalIgnoreCase))
            {
                draft.Fault(1, $"unknown column '{heading}'. Known are question, is_seed, realisation, expert, scale, and quantiles such as q05, q50, q95. Rename or remove it.");
            }
        }

        foreach (var heading in required.Where(heading => !columns.ContainsKey(heading)))
        {
            draft.Fault(1, $"the column '{heading}' is missing. The first line must name the columns: question,is_seed,realisation,expert,q05,q50,q95.");
        }

        CheckQuantiles();
        draft.Levels = [.. quantiles.Select(quantile => quantile.Level)];
    }

    private void CheckQuantiles()
    {
        if (quantiles.Count == 0)
        {
            draft.Fault(1, "there is no quantile column. Add for example q05, q50 and q95.");
        }

        quantiles.Sort();
        foreach (var (one, two) in quantiles.Zip(quantiles.Skip(1)).Where(pair => pair.First.Level == pair.Second.Level))
        {
            draft.Fault(1, FormattableString.Invariant($"two columns hold the {one.Level * 100:0.##} % quantile (columns {one.Column + 1} and {two.Column + 1}). Remove one."));
        }
    }

    /// <summary>The level a heading such as q05 stands for; null when it is no quantile.</summary>
    private static double? Level(string heading) =>
        heading.Length is >= 3 and <= 6 && heading[0] is 'q' or 'Q' && heading.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0
            && double.Parse("0." + heading[1..], CultureInfo.InvariantCulture) is > 0 and var level
            ? level
            : null;

    private void ReadRow()
    {
        if (csv.FieldCount != fields)
        {
            draft.Fault(Line, $"there are {csv.FieldCount} fields where the first line names {fields} columns. Check for a missing or extra separator '{csv.Separator}'{(csv.Separator == ',' ? ", and write numbers with a point" : "")}.");
            return;
        }

        var (name, who) = (Field("question"), Field("expert"));
        if (name.Length == 0 || who.Length == 0)
        {
            draft.Fault(Line, $"the {(name.Length == 0 ? "question" : "expert")} is empty. Fill in a name.");
            return;
        }

        var expert = draft.Invite(who);
        if (ReadQuestion(name) is { } question && draft.Ask(Line, question) is { } index && ReadQuantiles() is { } answer)
        {
            draft.Answer(Line, index, expert, answer);
        }
    }

    private Question? ReadQuestion(string name)
    {
        if (Yes(Field("is_seed")) is not { } seed)
        {
            draft.Fault(Line, $"is_seed is '{Field("is_seed")}'. Write 1 for a seed question or 0 for a target question.");
            return null;
        }

        if (Scale() is not { } scale)
        {
            draft.Fault(Line, $"the scale is '{Field("scale")}'. Write uni or log.");
            return null;
        }

        if (!seed)
        {
            return new Question(name, null, scale);
        }

        if (Number("realisation") is not { } realisation)
        {
            return null;
        }

        if (double.IsNaN(realisation))
        {
            draft.Fault(Line, $"'{name}' is a seed question without a realisation. Fill in the true value, or set is_seed to 0.");
            return null;
        }

        if (scale == QuestionScale.Logarithmic && realisation <= 0)
        {
            draft.Fault(Line, $"the realisation of '{name}' must be above zero on a logarithmic scale. Correct it, or use the uniform scale.");
            return null;
        }

        return new Question(name, realisation, scale);
    }

    private double[]? ReadQuantiles()
    {
        var answer = new double[quantiles.Count];
        var whole = true;
        for (var i = 0; i < answer.Length; i++)
        {
            var number = Number(quantiles[i].Column);
            whole &= number is not null;
            answer[i] = number ?? 0;
        }

        return whole ? answer : null;
    }

    private QuestionScale? Scale() => columns.ContainsKey("scale")
        ? Field("scale").ToLowerInvariant() switch
        {
            "" or "uni" => QuestionScale.Uniform,
            "log" => QuestionScale.Logarithmic,
            _ => null,
        }
        : QuestionScale.Uniform;

    private static bool? Yes(string text) => text.ToLowerInvariant() switch
    {
        "1" or "true" => true,
        "0" or "false" => false,
        _ => null,
    };

    private string Field(string heading) => csv.GetString(columns[heading]).Trim();

    private double? Number(string heading) => Number(columns[heading]);

    /// <summary>A finite number; NaN when the field is empty; null, and a fault, when it is neither.</summary>
    private double? Number(int column)
    {
        var text = csv.GetString(column).Trim();
        if (text.Length == 0)
        {
            return double.NaN;
        }

        var plain = csv.Separator != ',' && !text.Contains('.', StringComparison.Ordinal) ? text.Replace(',', '.') : text;
        if (double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return number;
        }

        var heading = columns.First(item => item.Value == column).Key;
        draft.Fault(Line, $"'{text}' in column {heading} is not a finite number. Write it like 1234.5, or leave all quantiles of the row empty when there is no answer.");
        return null;
    }
}
