using Loadstone.Cells;

namespace Loadstone.Electrochemistry.Reduced;

/// <summary>
/// The single-particle model of a cell, without or with electrolyte, as a differential-algebraic system.
/// <para>
/// One particle stands for each particle class. The classes of an electrode react at one common potential difference, the
/// mean of φ_s − φ_e, and share the electrode's current. Without electrolyte the terminal voltage is the difference of the
/// two, less contact resistances. With electrolyte the reaction of each class, spread along the depth as its surface is,
/// drives the salt, and the means of the ohmic and diffusion potentials of electrolyte and solid, integrated with the
/// coefficients at the local concentration, are added. In a half cell the lithium takes the place of the negative electrode.
/// The temperature is that of the cell and does not change; what binder conducts is left out.
/// </para>
/// <para>
/// A Newton step eliminates the shells of each class and the salt (both tridiagonal); what is left is a dense system of the
/// reactions, three potentials and the current. Letters as in <see cref="PorousElectrodeSystem"/>.
/// </para>
/// </summary>
internal sealed partial class ReducedSystem : ICellSystem
{
    private readonly CellGrid _grid;
    private readonly RadialGrid _radial;
    private readonly ReducedLayout _layout;
    private readonly LumpedClasses _classes;
    private readonly SaltCoefficients _salt;
    private readonly LithiumElectrode? _lithium;
    private readonly Tolerances _tolerances;
    private readonly bool _electrolyte;
    private readonly double _f, _lithiumFactor;

    /// <summary>The model of a cell; the mesh across the cell serves the salt.</summary>
    public ReducedSystem(Cell cell, ReducedModel model, MeshSettings mesh, Tolerances tolerances)
    {
        _grid = new CellGrid(cell, mesh);
        _radial = new RadialGrid(mesh.Radial);
        _classes = new LumpedClasses(_grid, cell.Temperature);
        int n = _grid.Count, k = _classes.Count, shells = _radial.Count;
        _layout = new ReducedLayout(n, k, shells);
        _salt = new SaltCoefficients(_grid, cell.Electrolyte, cell.Temperature);
        _lithium = cell.Lithium;
        _tolerances = tolerances;
        _electrolyte = model == ReducedModel.Spme;
        Temperature = cell.Temperature;
        _lithiumFactor = _lithium is null ? 1 : Arrhenius.Factor(_lithium.ExchangeActivationEnergy, Temperature, _lithium.ReferenceTemperature);
        _f = PhysicalConstants.Gas * Temperature / PhysicalConstants.Faraday;
        Control = new CellControl(new Protocols.Control.Rest(), cell.Area, cell.OneC);

        _point = new double[Size];
        _faceCurrent = new double[n];
        _surface = new double[k];
        _potentialBySurface = new double[k];
        _resistance = new double[k];
        _halfDrive = new double[k];
        _rootActivity = new double[k];
        _diffusivity = new double[shells * k];
        _diffusivitySlope = new double[shells * k];
        _shells = new TridiagonalFactors[k];
        for (int c = 0; c < k; c++) _shells[c] = new TridiagonalFactors(shells);
        _shellColumn = new double[shells * k];
        _saltFactors = new TridiagonalFactors(n);
        _saltColumns = new double[k + 1][];
        for (int c = 0; c <= k; c++) _saltColumns[c] = new double[n];
        _dropByConcentration = new double[n];
        _small = new DenseFactors(_layout.AlgebraicCount);
        _electrolyteWeight = new double[n];
        _solidResistance = new double[n];
        SetWeights();
    }

    /// <summary>The discretised geometry.</summary>
    public CellGrid Grid => _grid;

    /// <summary>The shells.</summary>
    public RadialGrid Radial => _radial;

    /// <summary>Where the unknowns stand.</summary>
    public ReducedLayout Layout => _layout;

    /// <summary>The particles.</summary>
    public LumpedClasses Classes => _classes;

    /// <summary>Temperature, the same all the time [K].</summary>
    public double Temperature { get; }

    /// <inheritdoc/>
    public CellControl Control { get; set; }

    /// <summary>When true, salt and stoichiometries stand still and only the algebraic unknowns are solved for.</summary>
    public bool Frozen { get; set; }

    /// <inheritdoc/>
    public int Size => _layout.Size;

    /// <inheritdoc/>
    public TerminalUnknowns Terminal => new(_layout.Voltage, _layout.Current, _layout.Charge, _layout.Energy, 0);

    /// <inheritdoc/>
    public int SaltCells => _grid.Count;

    /// <inheritdoc/>
    public double Voltage(ReadOnlySpan<double> y) => y[_layout.Voltage];

    /// <inheritdoc/>
    public (StepEnd End, string Text) Diagnose(ReadOnlySpan<double> y) => ReducedOutput.Diagnose(this, y);

    /// <inheritdoc/>
    public Profiles ProfilesOf(ReadOnlySpan<double> y, double time) => ReducedOutput.Read(this, y, time);

    /// <inheritdoc/>
    public void ErrorWeights(ReadOnlySpan<double> y, Span<double> weights)
    {
        int k = _classes.Count;
        Tolerances tol = _tolerances;
        for (int i = 0; i < _grid.Count; i++) weights[i] = 1 / (tol.Concentration + tol.Relative * Math.Abs(y[i]));
        double largest = 0;
        for (int c = 0; c < k; c++) largest = Math.Max(largest, Math.Abs(y[_layout.Reaction + c]));
        weights.Slice(_layout.Reaction, k).Fill(1 / (tol.Reaction * largest + 1e-6));
        weights.Slice(_layout.Negative, 3).Fill(1 / tol.Potential);
        weights[_layout.Current] = 1 / (tol.Relative * Math.Abs(y[_layout.Current]) + 1e-5);
        weights.Slice(_layout.Stoichiometry, _radial.Count * k).Fill(1 / tol.Stoichiometry);
        weights[_layout.Charge] = 0;
        weights[_layout.Energy] = 0;
    }

    /// <summary>The largest of the root-mean-square errors of the kinds of unknowns.</summary>
    public double Norm(ReadOnlySpan<double> error, ReadOnlySpan<double> weights)
    {
        int k = _classes.Count;
        double largest = Math.Max(MeanSquare(error, weights, 0, _grid.Count), MeanSquare(error, weights, _layout.Reaction, k));
        largest = Math.Max(largest, MeanSquare(error, weights, _layout.Negative, 3));
        largest = Math.Max(largest, MeanSquare(error, weights, _layout.Current, 1));
        for (int s = 0; s < _radial.Count; s++) largest = Math.Max(largest, MeanSquare(error, weights, _layout.Stoichiometry + s * k, k));
        return Math.Sqrt(largest);
    }

    /// <inheritdoc/>
    public double AdmissibleShare(ReadOnlySpan<double> y, ReadOnlySpan<double> update)
    {
        // Salt falls by nine tenths at most, potentials move half a volt at most in one Newton iteration.
        double share = 1;
        for (int i = 0; i < _grid.Count; i++)
        {
            if (y[i] > 0.1 && update[i] > 0.9 * y[i]) share = Math.Min(share, 0.9 * y[i] / update[i]);
        }
        for (int i = _layout.Negative; i <= _layout.Voltage; i++)
        {
            double size = Math.Abs(update[i]);
            if (size > 0.5) share = Math.Min(share, 0.5 / size);
        }
        return share;
    }

    private static double MeanSquare(ReadOnlySpan<double> error, ReadOnlySpan<double> weights, int start, int count)
    {
        double sum = 0;
        for (int i = start; i < start + count; i++)
        {
            double e = error[i] * weights[i];
            sum += e * e;
        }
        return sum / count;
    }
}
