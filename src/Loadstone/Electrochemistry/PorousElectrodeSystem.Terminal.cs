namespace Loadstone.Electrochemistry;

// What the steps of a protocol need to know of the model.
internal sealed partial class PorousElectrodeSystem : ICellSystem
{
    /// <inheritdoc/>
    public TerminalUnknowns Terminal => new(_layout.SolidPotential + _layout.Cells - 1, _layout.Current, _layout.Charge,
        _layout.Energy, TerminalResistance, _layout.Temperature);

    /// <inheritdoc/>
    public int SaltCells => _layout.Cells;

    /// <inheritdoc/>
    public (StepEnd End, string Text) Diagnose(ReadOnlySpan<double> y) => Diagnosis.Of(this, y);

    /// <inheritdoc/>
    public Profiles ProfilesOf(ReadOnlySpan<double> y, double time) => ProfileReader.Read(this, y, time);
}
