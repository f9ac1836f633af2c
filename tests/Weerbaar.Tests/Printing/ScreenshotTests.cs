using System.Buffers.Binary;
using Weerbaar.Platform.Printing;

namespace Weerbaar.Tests.Printing;

public sealed class ScreenshotTests : IDisposable
{
    private readonly Chromium chromium = new(new ChromiumOptions());

    public void Dispose() => chromium.Dispose();

    [ChromiumFact]
    public async Task A_drawing_becomes_a_picture_of_the_asked_width_in_its_own_proportion()
    {
        const string drawing =
            """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><rect width="200" height="100" fill="#036"/></svg>""";

        Size(await chromium.ScreenshotAsync(drawing, 400, 2)).ShouldBe((800, 400));
    }

    [ChromiumFact]
    public async Task A_page_becomes_a_picture_as_high_as_its_content()
    {
        const string page = "<!doctype html><style>body{margin:0}div{height:1500px}</style><div></div>";

        Size(await chromium.ScreenshotAsync(page, 300, 1)).ShouldBe((300, 1500));
    }

    private static (int Width, int Height) Size(byte[] png)
    {
        png.AsSpan(1, 3).SequenceEqual("PNG"u8).ShouldBeTrue();
        return (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
    }
}
