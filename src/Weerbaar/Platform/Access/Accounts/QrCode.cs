using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary>A QR code as one path of SVG, dark on light in every theme: cameras need it so.</summary>
public static class QrCode
{
    public static IHtmlContent Svg(string text, string label)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var size = code.ModuleMatrix.Count;
        return new HtmlString(
            $"<svg class=\"w-qr\" role=\"img\" aria-label=\"{HtmlEncoder.Default.Encode(label)}\" viewBox=\"0 0 {size} {size}\" width=\"200\" height=\"200\" shape-rendering=\"crispEdges\">"
            + $"<rect width=\"{size}\" height=\"{size}\" fill=\"#fff\"/><path fill=\"#000\" d=\"{Path(code, size)}\"/></svg>");
    }

    private static string Path(QRCodeData code, int size)
    {
        var path = new StringBuilder();
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                path.Append(code.ModuleMatrix[y][x] ? $"M{x} {y}h1v1h-1z" : "");
            }
        }

        return path.ToString();
    }
}
