namespace Loadstone.Electrochemistry.Sensitivity;

/// <summary>
/// The porous-electrode model together with its normalised forward sensitivities s = p ∂y/∂p: each satisfies
/// F_y s + F_y′ s′ + p F_p = 0, and shares the factored matrix of the model (Maly, Petzold, Appl. Numer. Math. 20, 57 (1996)).
/// That residual is the difference of F along (s, s′, p), from models with p a little larger and smaller.
/// </summary>
internal sealed class SensitivitySystem(PorousElectrodeSystem system, Neighbours[] neighbours) : ICellSystem
{
    /// <summary>Relative change of a parameter.</summary>
    public const double Change = 1e-5;

    // Sensitivities are wanted less exactly than the solution itself.
    private const double Looseness = 0.1;

    private readonly double[] _y = new double[system.Size];
    private readonly double[] _slope = new double[system.Size];
    private readonly double[] _below = new double[system.Size];

    public int Part => system.Size;

    public IReadOnlyList<Neighbours> Parameters => neighbours;

    public int Size => system.Size * (1 + neighbours.Length);

    public TerminalUnknowns Terminal => system.Terminal;

    public int SaltCells => ((ICellSystem)system).SaltCells;

    public CellControl Control
    {
        get => system.Control;
        set
        {
            system.Control = value;
            foreach ((Neighbour above, Neighbour below) in neighbours)
            {
                above.Model.Control = value.OnArea(above.Cell.Area);
                below.Model.Control = value.OnArea(below.Cell.Area);
            }
        }
    }

    /// <summary>When true only algebraic unknowns and their sensitivities are solved for.</summary>
    public bool Frozen
    {
        get => system.Frozen;
        set
        {
            system.Frozen = value;
            foreach ((Neighbour above, Neighbour below) in neighbours) above.Model.Frozen = below.Model.Frozen = value;
        }
    }

    public double Voltage(ReadOnlySpan<double> y) => system.Voltage(y[..Part]);

    /// <summary>p ∂V/∂p of a state [V].</summary>
    public double VoltageSensitivity(ReadOnlySpan<double> y, int parameter)
    {
        (Neighbour above, Neighbour below) = neighbours[parameter];
        Move(y, parameter, above.Change, _y);
        double high = above.Model.Voltage(_y);
        Move(y, parameter, below.Change, _y);
        return neighbours[parameter].Difference(high, below.Model.Voltage(_y));
    }

    /// <summary>p ∂I/∂p of a state [A].</summary>
    public double CurrentSensitivity(ReadOnlySpan<double> y, int parameter)
    {
        (Neighbour above, Neighbour below) = neighbours[parameter];
        double current = y[Terminal.Current], s = y[(parameter + 1) * Part + Terminal.Current];
        return neighbours[parameter].Difference((current + above.Change * s) * above.Cell.Area, (current + below.Change * s) * below.Cell.Area);
    }

    public (StepEnd End, string Text) Diagnose(ReadOnlySpan<double> y) => system.Diagnose(y[..Part]);

    public Profiles ProfilesOf(ReadOnlySpan<double> y, double time) => system.ProfilesOf(y[..Part], time);

    public void Residual(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> slope, Span<double> residual)
    {
        for (int p = 0; p < neighbours.Length; p++)
        {
            (Neighbour above, Neighbour below) = neighbours[p];
            Span<double> r = residual.Slice((p + 1) * Part, Part);
            Move(y, p, above.Change, _y);
            Move(slope, p, above.Change, _slope);
            above.Model.Residual(time, _y, _slope, r);
            Move(y, p, below.Change, _y);
            Move(slope, p, below.Change, _slope);
            below.Model.Residual(time, _y, _slope, _below);
            for (int i = 0; i < Part; i++) r[i] = neighbours[p].Difference(r[i], _below[i]);
        }
        system.Residual(time, y[..Part], slope[..Part], residual[..Part]);
    }

    public bool Factor(double leadingCoefficient) => system.Factor(leadingCoefficient);

    public void Solve(Span<double> rightHandSide)
    {
        for (int p = 0; p <= neighbours.Length; p++) system.Solve(rightHandSide.Slice(p * Part, Part));
    }

    public double AdmissibleShare(ReadOnlySpan<double> y, ReadOnlySpan<double> update) => system.AdmissibleShare(y[..Part], update[..Part]);

    public void ErrorWeights(ReadOnlySpan<double> y, Span<double> weights)
    {
        system.ErrorWeights(y[..Part], weights[..Part]);
        for (int p = 1; p <= neighbours.Length; p++)
        {
            for (int i = 0; i < Part; i++) weights[p * Part + i] = Looseness * weights[i];
        }
    }

    public double Norm(ReadOnlySpan<double> error, ReadOnlySpan<double> weights)
    {
        double largest = 0;
        for (int p = 0; p <= neighbours.Length; p++) largest = Math.Max(largest, system.Norm(error.Slice(p * Part, Part), weights.Slice(p * Part, Part)));
        return largest;
    }

    /// <summary>y + by · s of a parameter.</summary>
    public void Move(ReadOnlySpan<double> y, int parameter, double by, Span<double> result)
    {
        ReadOnlySpan<double> s = y.Slice((parameter + 1) * Part, Part);
        for (int i = 0; i < result.Length; i++) result[i] = y[i] + by * s[i];
    }
}
