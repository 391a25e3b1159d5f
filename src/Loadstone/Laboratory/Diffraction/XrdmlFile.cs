using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Loadstone.Laboratory.Peaks;

namespace Loadstone.Laboratory.Diffraction;

/// <summary>Reads PANalytical's <c>.xrdml</c>: the first scan of the first measurement, its 2θ axis and its wavelengths.</summary>
internal static class XrdmlFile
{
    internal static Pattern Load(string path)
    {
        try
        {
            using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return Parse(XDocument.Load(reader), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or XmlException)
        {
            throw new InputException($"the file cannot be read: {e.Message}", file: path);
        }
    }

    private static Pattern Parse(XDocument document, string path)
    {
        XElement[] scans = [.. Named(document.Root, "dataPoints")];
        if (scans.Length == 0) throw new InputException("the file has no element dataPoints; expected a scan of PANalytical's XRDML.", file: path);
        XElement scan = scans[0];
        XElement axis = Named(scan, "positions").FirstOrDefault(p => ((string?)p.Attribute("axis"))?.StartsWith("2Theta", StringComparison.OrdinalIgnoreCase) ?? false)
            ?? throw new InputException("the scan has no positions of the axis 2Theta.", file: path);
        XElement signal = Named(scan, "intensities").Concat(Named(scan, "counts")).FirstOrDefault() ?? throw new InputException("the scan has no intensities or counts.", file: path);
        double[] counts = Numbers(signal, path), angles;
        if (Named(axis, "listPositions").FirstOrDefault() is { } list) angles = Numbers(list, path);
        else
        {
            double first = Number(axis, "startPosition", path), last = Number(axis, "endPosition", path);
            angles = [.. counts.Select((_, i) => first + (last - first) * i / Math.Max(1, counts.Length - 1))];
        }
        if (angles.Length != counts.Length) throw new InputException($"the scan has {angles.Length} angles and {counts.Length} intensities.", file: path);
        string unit = (string?)signal.Attribute("unit") ?? "counts";
        var trace = Trace.Of(path, Path.GetFileNameWithoutExtension(path), new TraceAxis("2θ", "°"), new TraceAxis("Intensity", unit), angles, counts);
        if (scans.Length > 1) trace = trace with { Warnings = [.. trace.Warnings, $"the file holds {scans.Length} scans; the first is used."] };
        return new Pattern(trace, Wavelengths(document));
    }

    private static Radiation? Wavelengths(XDocument document)
    {
        double Length(string name) => Named(document.Root, name).FirstOrDefault() is { } e && double.TryParse(e.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double v) && v > 0 ? v * 1e-10 : double.NaN;
        double first = Length("kAlpha1"), second = Length("kAlpha2");
        bool isSingle = ((string?)Named(document.Root, "usedWavelength").FirstOrDefault()?.Attribute("intended"))?.Contains("K-Alpha 1", StringComparison.OrdinalIgnoreCase) ?? false;
        return double.IsNaN(first) ? null : Radiation.Of(first) with { Second = isSingle || double.IsNaN(second) ? null : second };
    }

    // The namespace changes with the version of the format.
    private static IEnumerable<XElement> Named(XElement? parent, string name) => parent?.Descendants().Where(e => e.Name.LocalName == name) ?? [];

    private static double Number(XElement parent, string name, string path) => Named(parent, name).FirstOrDefault() is { } element ? Numbers(element, path)[0] : throw new InputException($"the scan has no {name}.", file: path);

    private static double[] Numbers(XElement element, string path)
    {
        string[] fields = element.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length == 0) throw new InputException($"the element {element.Name.LocalName} is empty.", file: path);
        return [.. fields.Select(f => double.TryParse(f, NumberStyles.Float, CultureInfo.InvariantCulture, out double v) && double.IsFinite(v) ? v : throw new InputException($"\"{f}\" of the element {element.Name.LocalName} is no finite number.", file: path))];
    }
}
