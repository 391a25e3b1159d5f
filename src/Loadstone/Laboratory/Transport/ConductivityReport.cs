using Loadstone.Laboratory.Impedance;
using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Transport;

/// <summary>Ionic conductivities and the spectra behind them as a result.</summary>
public static class ConductivityReport
{
    private const double RoomTemperature = 298.15;
    private const int CurvePoints = 80;

    /// <summary>The result of one spectrum, with the conductivity where the geometry is known.</summary>
    /// <param name="sample">Its name.</param>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="found">What it says.</param>
    /// <param name="conductivity">L/(R A) [S/m], or null where thickness or area is not known.</param>
    public static LaboratoryResult OfSpectrum(string sample, Spectrum spectrum, BlockingCellResult found, Estimate? conductivity)
    {
        var numbers = new List<NamedEstimate> { new("resistance", found.Resistance, QuantityKinds.Resistance) };
        if (conductivity is { } sigma) numbers.Insert(0, new("ionic conductivity", sigma, QuantityKinds.Conductivity));
        if (found.ChargeRelaxation is { } charge) numbers.Add(new("charge relaxation time", charge, QuantityKinds.Time, "ms"));
        if (found.DielectricRelaxation is { } dielectric) numbers.Add(new("dielectric relaxation time", dielectric, QuantityKinds.Time, "ms"));
        if (found.TransportTime is { } between) numbers.Add(new("time between them", between, QuantityKinds.Time, "ms"));
        string model = found.HasArc
            ? "The conductor's own capacitance shows: resistance beside a constant-phase element, in series with that of the electrodes. Times are 1/(2πf)."
            : "No arc shows: resistance and leads in series with the constant-phase element of the electrodes.";
        return new LaboratoryResult("conductivity", sample, numbers, [new ReportSection("Blocking cell", [new Paragraph(model), Nyquist(sample, spectrum, found), Parts(sample, spectrum, found)])], Warnings(found));
    }

    /// <summary>The result of points over temperature.</summary>
    /// <param name="sample">Its name.</param>
    /// <param name="points">The points.</param>
    /// <param name="laws">Both laws.</param>
    public static LaboratoryResult OfPoints(string sample, ConductivityPoints points, ConductivityLaws laws)
    {
        var numbers = new List<NamedEstimate> { new("Arrhenius activation energy", laws.Arrhenius.ActivationEnergy, QuantityKinds.MolarEnergy) };
        var warnings = new List<string>();
        if (laws.Vogel is { } vogel)
        {
            numbers.Insert(0, new("VTF activation energy", vogel.ActivationEnergy, QuantityKinds.MolarEnergy));
            numbers.Insert(1, new("Vogel temperature", vogel.VogelTemperature, QuantityKinds.Temperature, "K"));
            if (!vogel.IsFixed) warnings.Add("the points do not fix the Vogel temperature: they are as straight as Arrhenius' law; the VTF activation energy has no meaning by itself.");
        }
        else
        {
            warnings.Add($"{points.Temperature.Count} points are too few for the Vogel–Tammann–Fulcher law; expected {ConductivityFit.FewestPoints} or more.");
        }
        return new LaboratoryResult("conductivity", sample, numbers, [new ReportSection("Temperature", [Laws(laws), LawPlot(sample, points, laws), Deviations(sample, points, laws)])], warnings);
    }

    private static Table Laws(ConductivityLaws laws)
    {
        var rows = new List<IReadOnlyList<string>>
        {
            new[] { "Arrhenius", Energy(laws.Arrhenius.ActivationEnergy), "–", FormattableString.Invariant($"{laws.Arrhenius.Deviation * 100:g3} %"), FormattableString.Invariant($"{laws.Arrhenius.Criterion:f1}"), laws.PrefersVogel ? "" : "better" },
        };
        if (laws.Vogel is { } vogel)
        {
            rows.Add([
                "Vogel–Tammann–Fulcher", Energy(vogel.ActivationEnergy), FormattableString.Invariant($"{vogel.VogelTemperature.Value:f1} ± {vogel.VogelTemperature.HalfWidth():g2}"),
                FormattableString.Invariant($"{vogel.Deviation * 100:g3} %"), FormattableString.Invariant($"{vogel.Criterion:f1}"), laws.PrefersVogel ? "better" : ""]);
        }
        string note = "The energy of Vogel–Tammann–Fulcher is B R of σ = A T^(−1/2) exp(−B/(T − T₀)); the laws are compared by Akaike's criterion for small samples (less is better).";
        if (laws.Vogel is { IsFixed: true } curved)
            note += FormattableString.Invariant($" Its slope at 25 °C is that of an Arrhenius law with {curved.ApparentActivationEnergy(RoomTemperature) / 1000:f1} kJ/mol.");
        if (double.IsFinite(laws.CurvatureChance)) note += FormattableString.Invariant($" Points on a straight line would seem so curved with a probability of {laws.CurvatureChance:g2} (F test).");
        return new Table("Laws of temperature",
            [TableColumn.Words("law"), new TableColumn("energy", "kJ/mol"), new TableColumn("T₀", "K"), new TableColumn("scatter of σ"), new TableColumn("AICc"), TableColumn.Words("")], rows, note);
    }

    private static string Energy(Estimate energy) => FormattableString.Invariant($"{energy.Value / 1000:f2} ± {energy.HalfWidth() / 1000:g2}");

    private static Plot LawPlot(string sample, ConductivityPoints points, ConductivityLaws laws)
    {
        double low = points.Temperature.Min(), high = points.Temperature.Max();
        double[] t = [.. Enumerable.Range(0, CurvePoints).Select(i => low + (high - low) * i / (CurvePoints - 1))];
        var series = new List<Series>
        {
            new("measured", [.. points.Temperature.Select(Inverse)], [.. points.Conductivity.Select(s => s * 10)], SeriesStyle.Points, 0),
            new("Arrhenius", [.. t.Select(Inverse)], [.. t.Select(v => laws.Arrhenius.At(v) * 10)], SeriesStyle.Dashed, 1),
        };
        if (laws.Vogel is { } vogel) series.Add(new("Vogel–Tammann–Fulcher", [.. t.Select(Inverse)], [.. t.Select(v => vogel.At(v) * 10)], SeriesStyle.Line, 2));
        return new Plot($"{sample} conductivity", "Ionic conductivity over temperature", new Axis("1000 K / T"), new Axis("Conductivity / mS/cm", Logarithmic: true), series);
    }

    private static double Inverse(double temperature) => 1000 / temperature;

    private static Plot Deviations(string sample, ConductivityPoints points, ConductivityLaws laws)
    {
        double[] celsius = [.. points.Temperature.Select(t => t - PhysicalConstants.CelsiusZero)];
        List<Series> series = [new("Arrhenius", celsius, Off(laws.Arrhenius.At), SeriesStyle.LineAndPoints, 1)];
        if (laws.Vogel is { } vogel) series.Add(new("Vogel–Tammann–Fulcher", celsius, Off(vogel.At), SeriesStyle.LineAndPoints, 2));
        return new Plot($"{sample} deviations", "Measured over law", new Axis("Temperature / °C"), new Axis("Deviation / %"), series);

        double[] Off(Func<double, double> law) => [.. points.Temperature.Select((t, i) => (points.Conductivity[i] / law(t) - 1) * 100)];
    }

    private static Plot Nyquist(string sample, Spectrum spectrum, BlockingCellResult found) => new(
        $"{sample} nyquist", "Impedance", new Axis("Z′ / Ω"), new Axis("−Z″ / Ω"),
        [
            new Series("measured", [.. spectrum.Impedance.Select(z => z.Real)], [.. spectrum.Impedance.Select(z => -z.Imaginary)], SeriesStyle.Points, 0),
            new Series("fit", [.. found.Model.Select(z => z.Real)], [.. found.Model.Select(z => -z.Imaginary)], SeriesStyle.Line, 1),
        ]);

    private static Plot Parts(string sample, Spectrum spectrum, BlockingCellResult found) => new(
        $"{sample} parts", "Real and imaginary parts over frequency", new Axis("Frequency / Hz", Logarithmic: true), new Axis("Z′, −Z″ / Ω", Logarithmic: true),
        [
            new Series("Z′ measured", spectrum.Frequency, [.. spectrum.Impedance.Select(z => z.Real)], SeriesStyle.Points, 0),
            new Series("Z′ fit", spectrum.Frequency, [.. found.Model.Select(z => z.Real)], SeriesStyle.Line, 0),
            new Series("−Z″ measured", spectrum.Frequency, [.. spectrum.Impedance.Select(z => -z.Imaginary)], SeriesStyle.Points, 1),
            new Series("−Z″ fit", spectrum.Frequency, [.. found.Model.Select(z => -z.Imaginary)], SeriesStyle.Line, 1),
        ]);

    private static List<string> Warnings(BlockingCellResult found)
    {
        double scatter = Math.Sqrt(found.Fit.SumOfSquares / found.Fit.DegreesOfFreedom);
        return scatter > 0.05 ? [FormattableString.Invariant($"the model misses the points by {scatter * 100:g3} % of |Z|; the spectrum has more than one conductor and two blocking electrodes.")] : [];
    }
}
