using Loadstone.Reports;

namespace Loadstone.Tests.Reports;

public class PngRendererTests
{
    [Fact]
    public void A_picture_comes_out_where_a_renderer_is_installed_and_nothing_breaks_where_none_is()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("loadstone-png-");
        try
        {
            string svg = Path.Combine(folder.FullName, "a b.svg"), png = Path.Combine(folder.FullName, "a b.png");
            File.WriteAllText(svg, SvgPlot.Render(new Plot("p", "t", new Axis("x"), new Axis("y"), [])));
            string? renderer = PngRenderer.TryRender(svg, png);
            File.Exists(png).ShouldBe(renderer is not null);
            if (renderer is not null) File.ReadAllBytes(png)[..4].ShouldBe([0x89, (byte)'P', (byte)'N', (byte)'G']);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_missing_file_gives_no_picture_and_no_exception()
    {
        string missing = Path.Combine(Path.GetTempPath(), "loadstone-no-such-file.svg");
        PngRenderer.TryRender(missing, Path.ChangeExtension(missing, ".png")).ShouldBeNull();
    }
}
