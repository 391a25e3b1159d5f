using Loadstone.Cells;
using Loadstone.Numerics;

namespace Loadstone.Electrochemistry;

/// <summary>
/// The Doyle–Fuller–Newman model of a cell (Doyle, Fuller, Newman, J. Electrochem. Soc. 140, 1526 (1993); Fuller, Doyle,
/// Newman, J. Electrochem. Soc. 141, 1 (1994)) in finite volumes, as a differential-algebraic system.
/// <para>
/// Letters: ce salt concentration, phie and phis potentials in electrolyte and solid, j reaction current density on the
/// particles, theta stoichiometry, i current density of the cell (discharge positive), f = RT/F, h cell width,
/// kappa, d effective conductivity and diffusivity, tp transference number, chi = (1 − t₊)(1 + dlnf/dlnc).
/// Rows of the cell equations are in A/m²: salt (times F), charge in the electrolyte, charge in the solid.
/// </para>
/// <para>
/// A Newton step eliminates the shells and the reaction of every particle on the spot (tridiagonal, vectorised over
/// particles), so that what is left is block-tridiagonal with 3 unknowns per cell, bordered by the current.
/// </para>
/// </summary>
internal sealed partial class PorousElectrodeSystem : IDaeSystem
{
    private readonly CellGrid _grid;
    private readonly RadialGrid _radial;
    private readonly StateLayout _layout;
    private readonly ElectrolyteProperties _electrolyte;
    private readonly LithiumElectrode? _lithium;
    private readonly Tolerances _tolerances;

    /// <summary>The model of a cell on a mesh.</summary>
    public PorousElectrodeSystem(Cell cell, MeshSettings mesh, Tolerances tolerances)
    {
        _grid = new CellGrid(cell, mesh);
        _radial = new RadialGrid(mesh.Radial);
        _lithiumCapacitance = cell.Lithium?.DoubleLayerCapacitance ?? 0;
        _layout = new StateLayout(_grid, mesh.Radial, LithiumHasDoubleLayer);
        _electrolyte = cell.Electrolyte;
        _lithium = cell.Lithium;
        _tolerances = tolerances;
        _thermal = cell.Thermal;
        _area = cell.Area;
        Control = new CellControl(new Protocols.Control.Rest(), cell.Area, cell.OneC);

        int n = _grid.Count, p = _grid.ParticleCount, shells = _radial.Count;
        _kappa = new double[n];
        _kappaSlope = new double[n];
        _diffusion = new double[n];
        _diffusionSlope = new double[n];
        _transference = new double[n];
        _transferenceSlope = new double[n];
        _chi = new double[n];
        _chiSlope = new double[n];
        _factorScratch = new double[n];
        _factorSlopeScratch = new double[n];
        _guarded = new double[n];
        _guardSlope = new double[n];
        _lnC = new double[n];
        _lnCSlope = new double[n];
        _activity = new double[n];
        _reactionSum = new double[n];
        _surface = new double[p];
        _ocp = new double[p];
        _ocpSlope = new double[p];
        _resistance = new double[p];
        _halfDrive = new double[p];
        _kineticSlope = new double[p];
        _solidDiffusivity = new double[shells * p];
        _solidDiffusivitySlope = new double[shells * p];
        _faceFlux = new double[p];
        _inverseDiagonal = new double[shells * p];
        _lowerOverDiagonal = new double[shells * p];
        _upper = new double[shells * p];
        _rest = new double[p];
        _outerByReaction = new double[p];
        _surfaceByOuter = new double[p];
        _surfaceByReaction = new double[p];
        _alpha = new double[p];
        _beta = new double[p];
        _potentialBySurface = new double[p];
        _blocks = new BlockTridiagonal(n);
        _cellRhs = new double[3 * n];
        _currentColumn = new double[3 * n];
        _reactionByFlux = new double[p];
        _inverseSquareRadius = new double[p];
        for (int k = 0; k < p; k++)
        {
            _reactionByFlux[k] = 1 / (PhysicalConstants.Faraday * _grid.MaximumConcentration[k] * _grid.Radius[k]);
            _inverseSquareRadius[k] = 1 / (_grid.Radius[k] * _grid.Radius[k]);
        }
        (_faceLeft, _faceRight) = FaceWeights(_grid);
        _faces = new Face[n - 1];
        // Binder conducts lithium ions alone, driven by the potential. Harmonic means: nothing is conducted where either ends.
        _faceBinder = InSeries(_grid.Width, _grid.BinderConductivity);
        _solidConductance = InSeries(_grid.Width, _grid.ElectronicConductivity);
        _constantDiffusivity = _grid.Materials.All(m => m.Diffusivity.IsConstant);
        _exchangeCurrent = new double[p];
        _entropy = new double[p];
        _entropySlope = new double[p];
        _diffusivityFactor = new double[_grid.Materials.Length];
        _particleDoubleLayers = _grid.DoubleLayer.Any(c => c > 0);
        _reactionPerCurrent = _particleDoubleLayers ? 1 / LargerSurface(_grid) : 0;
        Temperature = cell.Temperature;
    }

    /// <summary>The discretised geometry.</summary>
    public CellGrid Grid => _grid;

    /// <summary>The shells.</summary>
    public RadialGrid Radial => _radial;

    /// <summary>Where the unknowns stand.</summary>
    public StateLayout Layout => _layout;

    /// <summary>Whether the negative electrode is lithium metal.</summary>
    public bool IsHalfCell => _lithium is not null;

    /// <summary>What the cycler holds.</summary>
    public CellControl Control { get; set; }

    /// <summary>When true, concentrations and stoichiometries stand still and only the algebraic unknowns are solved for.</summary>
    public bool Frozen { get; set; }

    /// <inheritdoc/>
    public int Size => _layout.Size;

    /// <summary>Terminal voltage of a state [V].</summary>
    public double Voltage(ReadOnlySpan<double> y) =>
        y[_layout.SolidPotential + _grid.Count - 1] - y[_layout.Current] * TerminalResistance;

    /// <summary>Resistance between the last cell's centre and the positive terminal [Ω m²].</summary>
    public double TerminalResistance =>
        _grid.Width[^1] / (2 * _grid.ElectronicConductivity[^1]) + _grid.PositiveContactResistance;

    /// <summary>Stoichiometry at the surface of a particle in a state.</summary>
    public double SurfaceStoichiometryAt(ReadOnlySpan<double> y, int particle)
    {
        int outer = _layout.Stoichiometry + (_radial.Count - 1) * _grid.ParticleCount + particle;
        int material = MaterialIndexOf(particle);
        double d = _grid.Materials[material].Diffusivity.At(y[outer]) * _diffusivityFactor[material];
        return SurfaceFrom(y[outer], y[outer - _grid.ParticleCount], y[_layout.Reaction + particle], d, particle);
    }

    private int MaterialIndexOf(int particle) => Array.FindLastIndex(_grid.MaterialStart, start => start <= particle);

    // From the last two shells and the flux condition D dθ/dρ = −j R/(F c_max).
    private double SurfaceFrom(double outer, double inner, double j, double diffusivity, int particle) =>
        _radial.SurfaceOuter * outer + _radial.SurfaceInner * inner
        - _radial.SurfaceGradient * j * _reactionByFlux[particle] / (diffusivity * _inverseSquareRadius[particle]);

    /// <inheritdoc/>
    public void ErrorWeights(ReadOnlySpan<double> y, Span<double> weights)
    {
        int n = _grid.Count, p = _grid.ParticleCount;
        Tolerances tol = _tolerances;
        for (int i = 0; i < n; i++)
        {
            weights[i] = 1 / (tol.Concentration + tol.Relative * Math.Abs(y[i]));
        }
        weights.Slice(_layout.ElectrolytePotential, 2 * n).Fill(1 / tol.Potential);
        // The reaction is as exact as the potentials and stoichiometries that fix it; its scale is the largest one.
        double largest = 0;
        for (int k = 0; k < p; k++) largest = Math.Max(largest, Math.Abs(y[_layout.Reaction + k]));
        double i0 = Math.Abs(y[_layout.Current]);
        largest = Math.Max(largest, i0 * _reactionPerCurrent);
        weights.Slice(_layout.Reaction, p).Fill(1 / (tol.Reaction * largest + 1e-6));
        weights.Slice(_layout.Stoichiometry, _radial.Count * p).Fill(1 / tol.Stoichiometry);
        weights[_layout.Current] = 1 / (tol.Relative * i0 + 1e-5);
        weights[_layout.Charge] = 0;
        weights[_layout.Energy] = 0;
        weights[_layout.Temperature] = 1 / tol.Temperature;
        if (!LithiumHasDoubleLayer) return;
        weights[_layout.LithiumPotential] = 1 / tol.Potential;
        weights[_layout.LithiumReaction] = 1 / (tol.Reaction * Math.Max(Math.Abs(y[_layout.LithiumReaction]), i0) + 1e-5);
    }

    /// <summary>The largest of the root-mean-square errors of the kinds of unknowns, so that many shells cannot hide a few potentials.</summary>
    public double Norm(ReadOnlySpan<double> error, ReadOnlySpan<double> weights)
    {
        int n = _grid.Count, p = _grid.ParticleCount;
        // Math.Max keeps a NaN, which must not be lost here.
        double largest = MeanSquare(error, weights, 0, n);
        largest = Math.Max(largest, MeanSquare(error, weights, _layout.ElectrolytePotential, n));
        largest = Math.Max(largest, MeanSquare(error, weights, _layout.SolidPotential, n));
        largest = Math.Max(largest, MeanSquare(error, weights, _layout.Reaction, p));
        for (int s = 0; s < _radial.Count; s++)
        {
            largest = Math.Max(largest, MeanSquare(error, weights, _layout.Stoichiometry + s * p, p));
        }
        largest = Math.Max(largest, MeanSquare(error, weights, _layout.Current, 1));
        largest = Math.Max(largest, MeanSquare(error, weights, _layout.Temperature, 1));
        if (LithiumHasDoubleLayer)
        {
            largest = Math.Max(largest, MeanSquare(error, weights, _layout.LithiumPotential, 1));
            largest = Math.Max(largest, MeanSquare(error, weights, _layout.LithiumReaction, 1));
        }
        return Math.Sqrt(largest);
    }

    /// <inheritdoc/>
    public double AdmissibleShare(ReadOnlySpan<double> y, ReadOnlySpan<double> update)
    {
        // While ln c bends, salt may fall by nine tenths in one Newton iteration; where ln c goes on as its tangent there is
        // nothing to guard. Potentials move at most half a volt.
        double share = 1;
        int n = _grid.Count;
        for (int i = 0; i < n; i++)
        {
            if (y[i] > 10 * LeastConcentrationOfLogarithm && update[i] > 0.9 * y[i]) share = Math.Min(share, 0.9 * y[i] / update[i]);
        }
        for (int i = _layout.ElectrolytePotential; i < _layout.Reaction; i++)
        {
            double size = Math.Abs(update[i]);
            if (size > 0.5) share = Math.Min(share, 0.5 / size);
        }
        return share;
    }

    // Conductance of face i = left[i] κ_i + right[i] κ_{i+1} with effective κ: interpolated law times harmonic geometry.
    private static (double[] Left, double[] Right) FaceWeights(CellGrid grid)
    {
        double[] left = new double[grid.Count - 1], right = new double[grid.Count - 1];
        for (int i = 0; i < left.Length; i++)
        {
            double a = grid.Width[i] / 2, b = grid.Width[i + 1] / 2;
            double ea = grid.TransportEfficiency[i], eb = grid.TransportEfficiency[i + 1];
            double geometry = 1 / (a / ea + b / eb) / (a + b);
            left[i] = geometry * b / ea;
            right[i] = geometry * a / eb;
        }
        return (left, right);
    }

    // Conductance of two half cells in series, of each face.
    private static double[] InSeries(double[] width, double[] conductivity)
    {
        var conductance = new double[width.Length - 1];
        for (int i = 0; i < conductance.Length; i++)
        {
            double left = conductivity[i], right = conductivity[i + 1];
            if (left > 0 && right > 0) conductance[i] = 1 / (width[i] / (2 * left) + width[i + 1] / (2 * right));
        }
        return conductance;
    }

    private static double LargerSurface(CellGrid grid)
    {
        double negative = 0, positive = 0;
        for (int k = 0; k < grid.ParticleCount; k++)
        {
            double surface = grid.Width[grid.ParticleCell[k]] * grid.SurfacePerVolume[k];
            if (grid.ParticleCell[k] < grid.NegativeCount) negative += surface;
            else positive += surface;
        }
        return Math.Max(negative, positive);
    }

    private static double MeanSquare(ReadOnlySpan<double> error, ReadOnlySpan<double> weights, int start, int count) =>
        VectorMath.WeightedSquareSum(error.Slice(start, count), weights.Slice(start, count)) / count;
}
