using System.Globalization;
using Weerbaar.Platform.Drawing;
using Weerbaar.Platform.Site;

namespace Weerbaar.Tests.Drawing;

/// <summary>Axes, words and invented scenarios for the tests of the drawings.</summary>
internal static class Some
{
    public static readonly string[] Themes =
    [
        "Overstroming en extreem weer", "Infectieziekten", "Cyberdreigingen", "Vitale processen", "Extremisme en terrorisme",
        "Ondermijning door statelijke actoren", "Zware ongevallen", "Economische dreigingen", "Internationale en militaire dreigingen",
    ];

    private static readonly string[] subjects =
    [
        "Overstroming vanuit zee", "Grieppandemie", "Aanval op een clouddienst", "Landelijke stroomuitval", "Aanslag met explosieven",
        "Beïnvloeding van verkiezingen", "Ongeval met gevaarlijke stoffen", "Afsluiting van een handelsroute", "Inzet van militair vermogen aan de grens van het bondgenootschap",
        "Natuurbrand", "Zoönose uit de veehouderij", "Gijzelsoftware in de zorg", "Uitval van satellietnavigatie", "Rellen tussen groepen",
        "Spionage bij een topsector", "Kernongeval over de grens", "Val van een grote bank", "Sabotage van kabels in zee",
    ];

    public static CultureInfo Culture(string language) => CultureInfo.GetCultureInfo(language == "nl" ? "nl-NL" : "en-GB");

    public static RiskDiagram.Words Words(string language = "nl") => In(language, () => RiskDiagram.Words.From(new Texts()));

    public static T In<T>(string language, Func<T> make)
    {
        var (culture, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Culture(language);
            return make();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui);
        }
    }

    public static ClassAxis Likelihood(string language = "nl") => new(
        language == "nl" ? "Waarschijnlijkheid binnen vijf jaar" : "Likelihood within five years",
        [
            new("A", language == "nl" ? "zeer onwaarschijnlijk" : "very unlikely", 0, 0.0005),
            new("B", language == "nl" ? "onwaarschijnlijk" : "unlikely", 0.0005, 0.005),
            new("C", language == "nl" ? "mogelijk" : "possible", 0.005, 0.05),
            new("D", language == "nl" ? "waarschijnlijk" : "likely", 0.05, 0.5),
            new("E", language == "nl" ? "zeer waarschijnlijk" : "very likely", 0.5, 1),
        ],
        AxisNumbers.Percent, Culture(language));

    public static ClassAxis Impact(string language = "nl") => new(
        "Impact",
        [
            new("A", language == "nl" ? "beperkt" : "limited", 0, Edge(1.5)),
            new("B", language == "nl" ? "aanzienlijk" : "substantial", Edge(1.5), Edge(2.5)),
            new("C", language == "nl" ? "ernstig" : "serious", Edge(2.5), Edge(3.5)),
            new("D", language == "nl" ? "zeer ernstig" : "very serious", Edge(3.5), Edge(4.5)),
            new("E", language == "nl" ? "catastrofaal" : "catastrophic", Edge(4.5), 1),
        ],
        AxisNumbers.Plain, Culture(language));

    /// <summary>Invented scenarios, always the same for a seed.</summary>
    public static IReadOnlyList<RiskDiagram.Risk> Risks(int count, int seed = 7)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(1, count).Select(i => Risk(i, random))];
    }

    public static RiskDiagram.Risk Risk(int number, RiskDiagram.Range? likelihood, RiskDiagram.Range? impact, string title = "Grieppandemie", int theme = 1) =>
        new($"s{number}", number, title, theme, Themes[theme % 9], $"/scenarios/s{number}", likelihood, impact);

    public static RiskDiagram.Input Input(IReadOnlyList<RiskDiagram.Risk> risks, string language = "nl") => new(
        language == "nl" ? "Risicodiagram van de ronde van 2026" : "Risk diagram of the 2026 round",
        language == "nl" ? "Waarschijnlijkheid tegen impact op de nationale veiligheid." : "Likelihood against impact on national security.",
        Likelihood(language), Impact(language), risks);

    public static ThreadDrawing.Words ThreadWords(string language = "nl") => In(language, () => ThreadDrawing.Words.From(new Texts()));

    /// <summary>A capability in the middle of its thread, with as many measures as asked for.</summary>
    public static ThreadDrawing.Input Thread(int measures = 3)
    {
        List<ThreadDrawing.Node> nodes =
        [
            new("t1", "Dreiging", "Cyberdreigingen", "/threats/t1", 1),
            new("s1", "Scenario", "Aanval op een clouddienst waar veel overheden op draaien", "/scenarios/s1", 2, State: "Vastgesteld"),
            new("s2", "Scenario", "Gijzelsoftware in de zorg", "/scenarios/s2", 2, State: "In toetsing"),
            new("b1", "Besluit", "Prioriteit geven aan digitale weerbaarheid", "/decisions/b1", 3, State: "Genomen op 12 apr 2026"),
            new("k1", "Taak", "Getroffen organisaties snel bijstaan", "/tasks/k1", 3),
            new("c1", "Capaciteit", "Landelijk team voor hulp bij digitale ontwrichting", "/capabilities/c1", 4, IsCurrent: true, State: "Leemte: 12 van 40 mensen"),
        ];
        List<ThreadDrawing.Edge> edges = [new("t1", "s1"), new("s1", "b1"), new("s1", "k1"), new("s2", "b1"), new("b1", "c1"), new("k1", "c1"), new("s2", "c1")];
        for (var i = 1; i <= measures; i++)
        {
            nodes.Add(new($"m{i}", "Maatregel", $"Maatregel {i}: opleiden van specialisten bij regio’s en ministeries", $"/measures/m{i}", 5, State: "Op schema"));
            nodes.Add(new($"p{i}", "Voortgang", $"Voortgangsbrief {2026 + i}", $"/progress/p{i}", 6));
            edges.Add(new("c1", $"m{i}"));
            edges.Add(new($"m{i}", $"p{measures + 1 - i}"));
        }

        return new("De draad van een capaciteit", "Waar de capaciteit op rust en wat erop rust.", nodes, edges);
    }

    public static CycleRing.Words CycleWords(string language = "nl") => In(language, () => CycleRing.Words.From(new Texts()));

    public static CycleRing.Input Cycle() => new(
        "De werkwijze", "De stappen van de werkwijze met wat de kalender vraagt.", "Cyclus 2026 ronde 1",
        [
            new("signals", "Signalen", "/signals", "12 signalen, 3 nieuw"),
            new("threats", "Dreigingen", "/threats", "9 thema’s"),
            new("scenarios", "Scenario’s", "/scenarios", "40 scenario’s, 4 in toetsing"),
            new("assessment", "Beoordeling", "/assessment", "Ronde open tot 15 dec 2026", IsCurrent: true),
            new("decisions", "Besluiten", "/decisions", "6 besluiten"),
            new("capabilities", "Capaciteiten", "/capabilities", "3 leemtes"),
            new("measures", "Maatregelen", "/measures", "58 maatregelen, 7 achter"),
            new("reports", "Rapporten", "/reports", "2 concepten"),
        ],
        [
            new("signals", "Horizonscan najaar", "/p/1", "1 okt 2026", DueState.Done),
            new("signals", "Horizonscan voorjaar", "/p/2", "1 apr 2027", DueState.Planned),
            new("threats", "Thematische verdieping", "/p/3", "1 nov 2026", DueState.Late),
            new("assessment", "Nationale risicobeoordeling", "/p/4", "15 dec 2026", DueState.Due),
            new("decisions", "Ministerraad, tweede moment", "/p/5", "20 jan 2027", DueState.Planned),
            new("measures", "Voortgang van de ministeries", "/p/6", "1 dec 2026", DueState.Due),
            new("reports", "Bevindingenrapportage met een lange naam erbij", "/p/7", "10 feb 2027", DueState.Planned),
            new("reports", "Voortgangsbrief 2025", "/p/8", "12 jul 2026", DueState.Done),
            new("reports", "Strategische verkenning", "/p/9", "1 jun 2026", DueState.Done),
            new("reports", "Midterm review", "/p/10", "1 jun 2025", DueState.Done),
        ]);

    public static StackedBars.Input Ranks(int count = 8)
    {
        var random = new Random(3);
        return new("Kans op elke rang", "Hoe vaak een scenario een rang krijgt.", Culture("nl"), "Scenario",
            [.. Enumerable.Range(1, count).Select(i => $"rang {i}")],
            [.. Enumerable.Range(0, count).Select(i => Ranks(i, count, random))]);
    }

    public static Tornado.Input Tornado() => new(
        "Wat de impact van scenario 4 verschuift", "Per oordeel de impact bij laag en bij hoog.", "Oordeel", "oordeel laag", "oordeel hoog", "B staat boven", "A staat boven", "A min B", 0.32, "nu 0,32",
        [
            new("Kosten", 0.28, 0.36, "0,28", "0,36", "/j/1"),
            new("Doden", 0.18, 0.55, "0,18", "0,55", "/j/2"),
            new("Verstoring van het dagelijks leven", 0.30, 0.47, "0,30", "0,47", "/j/3"),
            new("Zelfredzaamheid", 0.38, 0.29, "0,38", "0,29"),
            new("Gevolgen die al zeker zijn", 0.33, 0.36, "0,33", "0,36"),
        ]);

    public static ExceedanceCurve.Input Curve()
    {
        string Amount(double amount) => $"{amount / 1e6:0} mln";
        return new(
            "Wat een jaar kan kosten", "De kans dat een jaar meer kost.", "Kosten", "Kans",
            [.. Enumerable.Range(0, 30).Select(k => new ExceedanceCurve.Point(Math.Pow(10, 6 + (k / 8.0)), Math.Pow(10, -k * k / 250.0)))],
            [new(new(9.5e7, 0.1), "eens per 10 jaar: 95 mln"), new(new(6.2e8, 0.01), "eens per 100 jaar: 620 mln")],
            Amount, p => $"{100 * p:0.##}%");
    }

    public static HeatTable.Input Matrix(int columns = 6) => new(
        "Taken en capaciteiten", "Hoe groot het tekort is.", "Taak",
        [.. Enumerable.Range(0, columns).Select(i => new[] { "Opsporen", "Bewaken en beveiligen", "Medische hulp", "Evacuatie", "Communicatie", "Herstel" }[i % 6])],
        [.. subjects.Take(8).Select((s, r) => new HeatTable.Row(s,
            [.. Enumerable.Range(0, columns).Select(c => (r * 5 + c * 3) % 7 is var v && v > 4 ? new HeatTable.Cell("–", null) : new HeatTable.Cell($"{v * 20}%", v, $"/cell/{r}/{c}"))],
            $"/tasks/{r}"))],
        ["geen tekort", "klein", "matig", "groot", "alles ontbreekt"]);

    private static StackedBars.Row Ranks(int i, int count, Random random)
    {
        var weights = Enumerable.Range(0, count).Select(k => Math.Exp(-(k - i) * (k - i) / 2.0) * (0.5 + random.NextDouble())).ToList();
        return new($"{i + 1} {subjects[i % subjects.Length]}", [.. weights.Select(w => w / weights.Sum())], $"/scenarios/s{i + 1}");
    }

    private static double Edge(double band) => Math.Pow(3, band - 5);

    private static RiskDiagram.Risk Risk(int i, Random random)
    {
        var subject = subjects[(i - 1) % subjects.Length];
        var likelihood = Math.Pow(10, -4 + 3.9 * random.NextDouble());
        var impact = Math.Pow(3, -4.2 + 4.1 * random.NextDouble());
        var wide = 1.2 + 3 * random.NextDouble();
        return Risk(i,
            new(likelihood / wide, likelihood, Math.Min(1, likelihood * wide)),
            new(impact / (1 + wide / 3), impact, Math.Min(1, impact * (1 + wide / 3))),
            subject, (i - 1) % 9) with { IsInvented = true };
    }
}
