using Loadstone.Laboratory.Imaging.Files;
using Loadstone.Reports;

namespace Loadstone.Web.Laboratory;

/// <summary>What a picture is.</summary>
internal static class PictureReading
{
    private const double Micro = 1e-6;
    private const int MostCells = 400, MostPixels = 30_000_000;

    /// <summary>The reading of a picture, with its middle page.</summary>
    /// <exception cref="InputException">It is neither TIFF nor PNG, or is damaged.</exception>
    public static FileReading Of(string path)
    {
        using ImageFile file = ImageFile.Open(path);
        double side = file.PixelSize is { } size ? size / Micro : 1;
        string unit = file.PixelSize is null ? "pixel" : "µm";
        List<string> facts =
        [
            FormattableString.Invariant($"{file.Width} × {file.Height} pixels{(file.PageCount > 1 ? FormattableString.Invariant($", {file.PageCount} pages") : "")}"),
            file.IsFloat ? "floating-point numbers" : FormattableString.Invariant($"{file.BitsPerSample} bits"),
            file.PixelSize is null ? "size of a pixel not told" : FormattableString.Invariant($"{side:g4} µm a pixel"),
        ];
        string format = file.PageCount > 1 ? "stack of pictures" : "picture";
        if ((long)file.Width * file.Height > MostPixels) return new FileReading(FileSubject.Image, format, facts, [], [], ["the picture is too large to be shown here; it can be analysed."]);
        double[] values = new double[file.Width * file.Height];
        file.Read(file.PageCount / 2, values);
        string title = file.PageCount > 1 ? FormattableString.Invariant($"Page {file.PageCount / 2 + 1} of {file.PageCount}") : "Picture";
        Drawing look = HeatMap.Draw("picture", title, Rows(values, file), new MapSide($"x / {unit}", 0, file.Width * side), new MapSide($"y / {unit}", 0, file.Height * side), "grey value", toScale: true);
        return new FileReading(FileSubject.Image, format, facts, [], [look], []);
    }

    // Every few pixels: a first look, no measurement.
    private static double[,] Rows(double[] values, ImageFile file)
    {
        int step = (Math.Max(file.Width, file.Height) + MostCells - 1) / MostCells;
        double[,] rows = new double[(file.Height + step - 1) / step, (file.Width + step - 1) / step];
        for (int y = 0; y < rows.GetLength(0); y++)
        {
            for (int x = 0; x < rows.GetLength(1); x++) rows[rows.GetLength(0) - 1 - y, x] = values[y * step * file.Width + x * step];
        }
        return rows;
    }
}
