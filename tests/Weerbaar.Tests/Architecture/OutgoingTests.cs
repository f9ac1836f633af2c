using System.Text.RegularExpressions;

namespace Weerbaar.Tests.Architecture;

/// <summary>What the program may never do by accident: call another machine, or read XML that defines things.</summary>
public sealed partial class OutgoingTests
{
    private const string issuer = "src/Weerbaar/Platform/Access/OpenId/IssuerClient.cs";
    private const string doctor = "src/Weerbaar/Platform/Health/ExamineCertificates.cs";
    private const string keys = "src/Weerbaar/Platform/Access/ProtectionKeys.cs";

    [Fact]
    public void Nothing_but_the_client_of_the_issuer_and_the_doctor_calls_another_machine() =>
        Naming(Calls(), SourceTree.Below("src")).ShouldBe([issuer, doctor]);

    [Fact]
    public void Xml_is_read_in_one_place_without_definitions()
    {
        Naming(ReadsXml(), SourceTree.Below("src")).ShouldBe([keys]);
        var reader = SourceTree.Below("src").Single(f => f.Path == keys).Text;
        reader.ShouldContain("DtdProcessing.Prohibit");
        Unsafe().IsMatch(reader).ShouldBeFalse();
    }

    [Theory]
    [InlineData("var client = new HttpClient();")]
    [InlineData("using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);")]
    [InlineData("await new TcpClient().ConnectAsync(host, 80);")]
    [InlineData("services.AddHttpClient();")]
    [InlineData("var it = WebRequest.Create(address);")]
    public void The_rule_bites_on_a_call(string line) => Naming(Calls(), [new("X.cs", line)]).ShouldBe(["X.cs"]);

    [Theory]
    [InlineData("XDocument.Parse(text)")]
    [InlineData("XElement.Load(stream)")]
    [InlineData("new XmlDocument()")]
    [InlineData("XmlReader.Create(stream)")]
    public void The_rule_bites_on_a_reader_of_XML(string line) => Naming(ReadsXml(), [new("X.cs", line)]).ShouldBe(["X.cs"]);

    private static List<string> Naming(Regex rule, IReadOnlyList<SourceFile> files) => [.. files.Where(f => rule.IsMatch(f.Text)).Select(f => f.Path)];

    [GeneratedRegex(@"\b(HttpClient|AddHttpClient|IHttpClientFactory|SocketsHttpHandler|HttpClientHandler|WebRequest|WebClient|TcpClient|UdpClient|ClientWebSocket|SmtpClient|Dns)\b|new Socket\(")]
    private static partial Regex Calls();

    [GeneratedRegex(@"\b(XDocument|XElement)\.(Parse|Load)|\b(XmlDocument|XmlTextReader|XPathDocument|XmlSerializer|DataContractSerializer)\b|XmlReader\.Create")]
    private static partial Regex ReadsXml();

    [GeneratedRegex(@"XElement\.Parse|DtdProcessing\.Parse|XmlUrlResolver")]
    private static partial Regex Unsafe();
}
