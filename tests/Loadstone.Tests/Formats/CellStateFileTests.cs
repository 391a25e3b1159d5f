using Loadstone.Cells;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Formats;
using Loadstone.Tests.Electrochemistry;

namespace Loadstone.Tests.Formats;

public sealed class CellStateFileTests : IDisposable
{
    private static readonly MeshSettings _mesh = new() { Negative = 6, Separator = 3, Positive = 6, Radial = 6 };
    private static readonly string[] _lines = ["Discharge at 1C until 3.2 V", "Rest for 10 min", "Charge at C/2 until 3.7 V", "Hold at 3.7 V until C/20"];

    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("loadstone-state").FullName, "cell.state.json");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);

    /// <summary>A run that was cut at a step, kept in a file and gone on from must be the run that was not cut, digit by digit.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_run_in_two_parts_is_the_run_in_one(int cut)
    {
        Cell cell = TestCells.Full();
        SimulationResult whole = new Simulation(cell, _mesh).Run(ProtocolParser.ParseAll(_lines, "whole"));
        var first = new Simulation(cell, _mesh);
        first.Run(ProtocolParser.ParseAll(_lines.Take(cut), "first part"));
        CellStateFile.Write(_file, first.State, cell, _mesh);

        var second = new Simulation(TestCells.Full(), _mesh);
        second.Restore(CellStateFile.Read(_file, TestCells.Full(), _mesh));
        SimulationResult rest = second.Run(ProtocolParser.ParseAll(_lines.Skip(cut), "second part"));

        for (int i = cut; i < _lines.Length; i++)
        {
            TimeSeries expected = whole.Steps[i].Series, actual = rest.Steps[i - cut].Series;
            actual.Time.ShouldBe(expected.Time);
            actual.Voltage.ShouldBe(expected.Voltage);
            actual.Charge.ShouldBe(expected.Charge);
            actual.Energy.ShouldBe(expected.Energy);
        }
    }

    [Fact]
    public void A_state_of_another_mesh_or_cell_is_refused()
    {
        Cell cell = TestCells.Full();
        CellStateFile.Write(_file, new Simulation(cell, _mesh).State, cell, _mesh);
        Should.Throw<InputException>(() => CellStateFile.Read(_file, cell, _mesh with { Radial = 7 })).Message.ShouldContain("same mesh");
        Cell other = cell with { Separator = cell.Separator with { Porosity = cell.Separator.Porosity + 1e-12 } };
        Should.Throw<InputException>(() => CellStateFile.Read(_file, other, _mesh)).Message.ShouldContain("another cell");
        Cell otherElectrolyte = cell with { Electrolyte = TestCells.Electrolyte(concentrationDependent: false) };
        Should.Throw<InputException>(() => CellStateFile.Read(_file, otherElectrolyte, _mesh)).Message.ShouldContain("another cell");
        CellStateFile.Read(_file, cell with { Name = "renamed" }, _mesh).Time.ShouldBe(0);
    }

    [Theory]
    [InlineData("{}", "no state of a cell")]
    [InlineData("[1, 2]", "no state of a cell")]
    [InlineData("{\"format\": \"loadstone cell state 9\"}", "no state of a cell")]
    [InlineData("{", "cell.state.json:1")]
    public void Other_files_are_refused(string text, string expected)
    {
        File.WriteAllText(_file, text);
        Should.Throw<InputException>(() => CellStateFile.Read(_file, TestCells.Full(), _mesh)).Message.ShouldContain(expected);
    }
}
