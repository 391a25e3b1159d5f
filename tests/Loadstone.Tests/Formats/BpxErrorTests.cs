namespace Loadstone.Tests.Formats;

/// <summary>Every way to break the format is one error that says where and what was expected.</summary>
public class BpxErrorTests
{
    public static TheoryData<int, string, string, string, string> Broken => new()
    {
        // A field that is not there, or not one of the format's.
        { 1, "\"Thickness [m]\": 8.52e-05,", "", "Negative electrode", "\"Thickness [m]\" is missing" },
        { 1, "\"Particle radius [m]\"", "\"Particle radius [um]\"", "Particle radius [um]", "did you mean \"Particle radius [m]\"?" },
        { 1, "\"Header\": {", "\"Notes\": 1, \"Header\": {", "Notes", "is no field of the file" },
        { 1, "\"Separator\": {", "\"Separators\": {", "Separators", "did you mean \"Separator\"?" },
        { 1, "\"Electrode area [m2]\"", "\"Ambient temperature [K]\": 298, \"Electrode area [m2]\"", "Ambient temperature", "since version 1 it stands in State" },
        { 0, "\"Initial concentration [mol.m-3]\": 1000,", "", "Electrolyte", "\"Initial concentration [mol.m-3]\" is missing" },
        { 1, "\"Thermal environment\"", "\"Degradation\": { \"LLI\": 0.1 }, \"Thermal environment\"", "Degradation", "\"LAM: Positive electrode\" is missing" },
        { 1, "\"Model\": \"DFN\"", "\"Model\": \"P2D\"", "Header.Model", "\"P2D\" is no model of the format" },
        { 1, "\"Model\": \"DFN\"", "\"Model\": 1", "Header.Model", "expected one of DFN" },

        // Versions.
        { 1, "\"BPX\": \"1.1.0\"", "\"BPX\": \"2.0\"", "Header.BPX", "\"2.0\" is no version that can be read" },
        { 1, "\"BPX\": \"1.1.0\"", "\"BPX\": \"newest\"", "Header.BPX", "expected 0.x or 1.x" },
        { 1, "\"BPX\": \"1.1.0\"", "\"BPX\": true", "Header.BPX", "expected a version such as" },

        // Numbers.
        { 1, "\"Porosity\": 0.25", "\"Porosity\": \"0.25\"", "Porosity", "expected a number" },
        { 1, "\"Porosity\": 0.25", "\"Porosity\": 1.25", "Porosity", "1.25 does not lie in [0.001, 1]" },
        { 1, "\"Porosity\": 0.25", "\"Porosity\": 0.26", "Negative electrode", "add to 1.01; at most 1 fits" },
        { 1, "\"Conductivity [S.m-1]\": 215", "\"Conductivity [S.m-1]\": 0", "Conductivity [S.m-1]", "0 is not above 0" },
        { 1, "connected in parallel to make a cell\": 2", "connected in parallel to make a cell\": 2.5", "connected in parallel", "2.5 is no whole number above 0" },
        { 1, "\"Minimum stoichiometry\": 0.02634579", "\"Minimum stoichiometry\": 0.95", "Minimum stoichiometry", "0.95 is not below \"Maximum stoichiometry\" 0.910618" },
        { 1, "\"Lower voltage cut-off [V]\": 2.5", "\"Lower voltage cut-off [V]\": 4.3", "Lower voltage cut-off [V]", "4.3 V is not below" },
        { 1, "\"Upper voltage cut-off [V]\": 4.2", "\"Upper voltage cut-off [V]\": 6", "Cell", "cannot rest at its cut-off of 6 V" },
        { 1, "\"Initial state-of-charge\": 0.8", "\"Initial state-of-charge\": 80", "Initial state-of-charge", "80 does not lie in [0, 1]" },

        // Functions and tables.
        { 1, "1.9793 * exp(-39.3631 * x)", "1.9793 * exp(-39.3631 * y)", "OCP [V]", "found 'y', expected one of the variables x" },
        { 1, "1.9793 * exp(-39.3631 * x)", "__import__('os')", "OCP [V]", "column 1" },
        { 1, "1.9793 * exp(-39.3631 * x)", "log(x - 0.5)", "OCP [V]", "there is no value at x = 0.0263458" },
        { 1, "\"Diffusivity [m2.s-1]\": 3.3e-14", "\"Diffusivity [m2.s-1]\": \"1e-14 - 2e-14 * x\"", "Diffusivity [m2.s-1]", "expected one above 0" },
        { 1, "\"x\": [0, 0.5, 1]", "\"x\": [0, 0.5, 0.5]", "x[2]", "x = 0.5 follows 0.5; expected strictly increasing x" },
        { 1, "\"x\": [0, 0.5, 1]", "\"x\": [0, 1]", "Entropic change coefficient", "the table has 2 x and 3 y" },
        { 1, "\"x\": [0, 0.5, 1]", "\"x\": [0.1, 0.5, 1]", "Entropic change coefficient", "the table covers x = 0.1 to 1; the stoichiometry window runs from 0.0263458 to 0.910618" },
        { 1, "\"x\": [0, 0.5, 1]", "\"x\": [0, true, 1]", "x[1]", "expected a number" },
        { 1, "\"y\": [0.0001, 0, -0.0001]", "\"z\": [1, 2, 3]", "Entropic change coefficient", "\"z\" is no field of a table" },
        { 1, "\"Diffusivity [m2.s-1]\": 3.3e-14", "\"Diffusivity [m2.s-1]\": [1, 2]", "Diffusivity [m2.s-1]", "expected a number, a formula of x, or a table" },

        // Measured curves.
        { 1, "\"Time [s]\": [0, 60, 120]", "\"Time [s]\": [0, 60]", "1C discharge", "there are 2 times, 3 currents" },
        { 1, "\"Time [s]\": [0, 60, 120]", "\"Time [s]\": [0, 60, 30]", "Time [s]", "time 30 s follows 60 s" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_file_is_one_error_with_its_place(int version, string from, string to, string place, string expected)
    {
        InputException error = Should.Throw<InputException>(() => BpxFiles.Read(version, (from, to)));

        error.File.ShouldBe("cell.json");
        error.Line.ShouldNotBeNull();
        error.Place.ShouldNotBeNull().ShouldContain(place);
        error.Problem.ShouldContain(expected);
    }

    [Fact]
    public void A_single_particle_file_cannot_become_a_porous_electrode()
    {
        string text = File.ReadAllText(BpxFiles.PathOf(0));
        int from = text.IndexOf("\"Electrolyte\"", StringComparison.Ordinal), to = text.IndexOf("\"Negative electrode\"", StringComparison.Ordinal);
        Should.Throw<InputException>(() => BpxFiles.Read(0, (text[from..to], ""), ("\"DFN\"", "\"SPM\""))).Problem.ShouldContain("single-particle model");
    }
}
