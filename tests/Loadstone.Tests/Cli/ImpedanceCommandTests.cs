using System.Globalization;
using Loadstone.Cli;
using Loadstone.Designs.Building;
using Loadstone.Electrochemistry.Analysis;
using Loadstone.Formats;

namespace Loadstone.Tests.Cli;

public sealed class ImpedanceCommandTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void TheFileHoldsWhatTheLibraryGives()
    {
        string file = _shell.PathOf("impedance.csv");

        (int code, string output, string error) = Shell.Run("impedance", "chen2020", "--soc", "40 %", "--from", "10mHz", "--to", "1 kHz", "--points", "21",
            "--series-resistance", "5 mΩ", "--series-inductance", "0.3 µH", "--csv", file);

        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("15 of 21 frequencies");
        string[] lines = File.ReadAllLines(file);
        lines[0].ShouldBe("Frequency / Hz,Real Impedance / ohm,Imaginary Impedance / ohm");
        ImpedanceSpectrum spectrum = Impedance.Of(ParameterSetCell.Load("chen2020"), 0.4, Impedance.Frequencies(0.01, 1000, 21),
            new ImpedanceSettings { SeriesResistance = 5e-3, SeriesInductance = 3e-7 });
        for (int i = 0; i < 21; i++)
        {
            double[] row = [.. lines[i + 1].Split(',').Select(field => double.Parse(field, CultureInfo.InvariantCulture))];
            row[0].ShouldBe(spectrum.Frequency[i], 1e-12 * row[0]);
            row[1].ShouldBe(spectrum.Impedance[i].Real, 1e-12);
            row[2].ShouldBe(spectrum.Impedance[i].Imaginary, 1e-12);
        }
    }

    [Fact]
    public void ADocumentCanBeMeasuredOnTheScreenAndAsAPage()
    {
        string document = _shell.Write("design.json", Shell.Document), page = _shell.PathOf("page.html");

        (int code, string output, string error) = Shell.Run("impedance", document, "--points", "5", "--csv", "-", "--html", page);

        code.ShouldBe(ExitCode.Done);
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(6);
        output.ShouldStartWith(string.Join(',', ImpedanceFile.Columns));
        error.ShouldContain("Wrote");
        File.ReadAllText(page).ShouldContain("Nyquist");
    }
}
