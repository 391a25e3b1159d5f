using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Loadstone.Reports;

namespace Loadstone.Tests.Reports;

public class AnimationTests
{
    private static readonly MapSide X = new("x / µm", 0, 50), Y = new("y / µm", 0, 146);

    private static Animation Of(PictureKey key, params IndexedImage[] frames) => new("a", "Filling", frames, [.. frames.Select((_, i) => $"{i} s")], key, X, Y);

    /// <summary>The script adds up changes from frame to frame; done the same way here, every frame must come out as it was given.</summary>
    [Fact]
    public void Frames_come_back_as_they_were()
    {
        var key = new PictureKey([new("disc", "#555555"), new("wet", "#0072b2")], new MapSide("p / kPa", 0, 1));
        var random = new Random(1);
        IndexedImage[] frames = [.. Enumerable.Range(0, 5).Select(_ => new IndexedImage(4, [.. Enumerable.Range(0, 12).Select(_ => random.Next(3) == 0 ? PictureKey.OfClass(random.Next(2)) : key.OfValue(random.NextDouble()))]))];
        using JsonDocument data = Data(HtmlReport.Render(Page(Of(key, frames))));
        byte[] pixels = Unpacked(data);
        data.RootElement.GetProperty("labels").EnumerateArray().Select(l => l.GetString()).ShouldBe(["0 s", "1 s", "2 s", "3 s", "4 s"]);
        for (int k = 0; k < frames.Length; k++) pixels[(12 * k)..(12 * (k + 1))].ShouldBe(frames[k].Pixels.ToArray());
    }

    /// <summary>Only the class with a second colour is striped: its pixels take two indices with its two colours, and those of others keep theirs.</summary>
    [Fact]
    public void Stripes_mark_one_class_without_touching_the_others()
    {
        var key = new PictureKey([new("disc", "#555555"), new("trapped", "#d55e00", "#ffffff")]);
        byte disc = PictureKey.OfClass(0), trapped = PictureKey.OfClass(1);
        byte[] pixels = [.. Enumerable.Range(0, 400).Select(i => i % 20 < 10 ? disc : trapped)];
        using JsonDocument data = Data(HtmlReport.Render(Page(Of(key, new IndexedImage(20, pixels)))));
        byte[] colors = data.RootElement.GetProperty("colors").GetBytesFromBase64(), shown = Unpacked(data);
        string[] Seen(int from) => [.. shown.Where((_, i) => i % 20 / 10 == from).Select(index => Convert.ToHexStringLower(colors, 3 * index, 3)).Distinct().Order()];
        Seen(0).ShouldBe(["555555"]);
        Seen(1).ShouldBe(["d55e00", "ffffff"]);
    }

    /// <summary>Sixty frames of a field that changes everywhere stay within what a mail takes.</summary>
    [Fact]
    public void A_page_of_sixty_frames_stays_small()
    {
        var key = new PictureKey([new("disc", "#555555")], new MapSide("Saturation", 0, 1));
        IndexedImage[] frames = [.. Enumerable.Range(0, 60).Select(k => new IndexedImage(100, [.. Enumerable.Range(0, 100 * 292).Select(i => key.OfValue(0.5 + 0.5 * Math.Sin(0.11 * (i % 100)) * Math.Cos(0.07 * (i / 100) - 0.1 * k)))]))];
        HtmlReport.Render(Page(Of(key, frames))).Length.ShouldBeLessThan(1_500_000);
    }

    /// <summary>Without scripts and in print the page shows the last frame, with every class that any frame had in its key.</summary>
    [Fact]
    public void The_poster_is_the_last_frame_with_the_key_of_all()
    {
        var key = new PictureKey([new("wet", "#0072b2"), new("dry", "#eeeeee"), new("never", "#000000")]);
        IndexedImage first = new(1, [PictureKey.OfClass(1)]), last = new(1, [PictureKey.OfClass(0)]);
        string svg = Of(key, first, last).Poster.Svg;
        First(svg).ShouldBe(First(Picture.Draw("a", "Filling", last, key, X, Y).Svg));
        svg.ShouldContain(">wet<");
        svg.ShouldContain(">dry<");
        svg.ShouldNotContain("never");
    }

    /// <summary>A page without an animation does not carry its player.</summary>
    [Fact]
    public void Only_pages_with_an_animation_carry_the_player()
    {
        var key = new PictureKey([new("wet", "#0072b2")]);
        Animation animation = Of(key, new IndexedImage(1, [PictureKey.OfClass(0)]));
        HtmlReport.Render(Page(animation)).ShouldContain("DecompressionStream");
        HtmlReport.Render(Page(animation.Poster)).ShouldNotContain("<script");
    }

    [Fact]
    public void Frames_of_two_sizes_missing_labels_and_colours_that_are_none_are_refused()
    {
        var key = new PictureKey([new("wet", "#0072b2")]);
        IndexedImage small = new(1, [0]), large = new(1, [0, 0]);
        Should.Throw<ArgumentException>(() => Of(key, small, large));
        Should.Throw<ArgumentException>(() => Of(key));
        Should.Throw<ArgumentException>(() => new Animation("a", "b", [small], [], key, X, Y));
        Should.Throw<ArgumentException>(() => new IndexedImage(2, [0, 0, 0]));
        Should.Throw<ArgumentException>(() => new PictureKey([new("wet", "blue")]));
        Should.Throw<ArgumentException>(() => new PictureKey([.. Enumerable.Repeat(new PictureClass("wet", "#0072b2"), PictureKey.MostClasses + 1)]));
        Should.Throw<InvalidOperationException>(() => key.OfValue(1));
    }

    private static Report Page(ReportBlock block) => new("t", null, [new ReportSection("s", [block])]);

    private static JsonDocument Data(string html) => JsonDocument.Parse(Regex.Match(html, "<script type=\"application/json\">(.*?)</script>", RegexOptions.Singleline).Groups[1].Value);

    private static byte[] Unpacked(JsonDocument data)
    {
        int size = data.RootElement.GetProperty("width").GetInt32() * data.RootElement.GetProperty("height").GetInt32();
        using var zlib = new ZLibStream(new MemoryStream(data.RootElement.GetProperty("frames").GetBytesFromBase64()), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        zlib.CopyTo(plain);
        byte[] pixels = plain.ToArray();
        for (int i = size; i < pixels.Length; i++) pixels[i] += pixels[i - size];
        return pixels;
    }

    private static string First(string svg) => Regex.Match(svg, "base64,([A-Za-z0-9+/=]+)").Groups[1].Value;
}
