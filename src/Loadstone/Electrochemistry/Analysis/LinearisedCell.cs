using System.Numerics;
using Loadstone.Numerics;

namespace Loadstone.Electrochemistry.Analysis;

/// <summary>
/// The discretised model linearised about a state: (J + iωM) x = e for a small current of angular frequency ω. All that does
/// not depend on ω is kept; as many frequencies as the machine has lanes are solved at once. Shells are eliminated from the
/// centre outwards, then cells from the negative side to the positive terminal, where the voltage is read.
/// </summary>
internal sealed class LinearisedCell(int cells, int particles, int shells)
{
    private const int Entries = BlockTridiagonal.DiagonalEntries, Couplings = BlockTridiagonal.CouplingEntries;

    private readonly double[] _lower = new double[cells * Couplings];
    private readonly double[] _diagonal = new double[cells * Entries];
    private readonly double[] _upper = new double[cells * Couplings];
    private readonly ComplexLanes[] _byPotential = new ComplexLanes[cells];
    private readonly ComplexLanes[] _bySalt = new ComplexLanes[cells];
    private readonly ComplexBlockElimination _elimination = new();

    /// <summary>Transport between cells, by rows of salt less charge, charge in the electrolyte, charge in the solid.</summary>
    public Span<double> Lower(int i) => _lower.AsSpan(i * Couplings, Couplings);

    /// <inheritdoc cref="Lower"/>
    public Span<double> Diagonal(int i) => _diagonal.AsSpan(i * Entries, Entries);

    /// <inheritdoc cref="Lower"/>
    public Span<double> Upper(int i) => _upper.AsSpan(i * Couplings, Couplings);

    /// <summary>What the current brings into the rows of the cells, 3 numbers a cell.</summary>
    public double[] Source { get; } = new double[3 * cells];

    /// <summary>Beside iω in the row of the salt [A s m/mol], a number a cell.</summary>
    public double[] SaltCapacity { get; } = new double[cells];

    /// <summary>The particles.</summary>
    public LinearisedParticle[] Particles { get; } = new LinearisedParticle[particles];

    /// <summary>Beside iω in the row of a shell.</summary>
    public double[] ShellVolume { get; } = new double[shells];

    /// <summary>Diagonal of a shell's row without iω, index shell × particles + particle.</summary>
    public double[] ShellDiagonal { get; } = new double[shells * particles];

    /// <summary>Product of the couplings from a shell to the one inside it and back.</summary>
    public double[] ShellCoupling { get; } = new double[shells * particles];

    /// <summary>Charge transfer and film of a lithium electrode [Ω m²].</summary>
    public double LithiumResistance { get; set; }

    /// <summary>Double layer of a lithium electrode [F/m²].</summary>
    public double LithiumCapacitance { get; set; }

    /// <summary>What the reaction at a lithium electrode puts into the charge row of the first cell, by that cell's salt.</summary>
    public double LithiumChargeBySalt { get; set; }

    /// <summary>The same by the current.</summary>
    public double LithiumChargeByCurrent { get; set; }

    /// <summary>Between the last cell and the terminal [Ω m²].</summary>
    public required double TerminalResistance { get; init; }

    /// <summary>Impedance times area [Ω m²].</summary>
    /// <param name="omega">Angular frequencies [rad/s].</param>
    public ComplexLanes Impedance(Vector<double> omega)
    {
        Reactions(omega);
        Span<ComplexLanes> diagonal = stackalloc ComplexLanes[Entries];
        for (int i = 0; i < cells; i++)
        {
            ReadOnlySpan<double> transport = Diagonal(i);
            for (int e = 0; e < Entries; e++) diagonal[e] = ComplexLanes.FromReal(transport[e]);
            AddReactions(diagonal, i);
            diagonal[0] += new ComplexLanes(Vector<double>.Zero, SaltCapacity[i] * omega);
            if (i == 0)
            {
                ComplexLanes bypassed = Bypassed(omega * (LithiumResistance * LithiumCapacitance));
                diagonal[0] -= LithiumChargeBySalt * bypassed;
                diagonal[3] += LithiumChargeBySalt * bypassed;
                _elimination.Begin(diagonal, Source.AsSpan(0, 3), LithiumChargeByCurrent * bypassed);
            }
            else
            {
                _elimination.Advance(Upper(i - 1), Lower(i), diagonal, Source.AsSpan(3 * i, 3));
            }
        }
        return _elimination.LastUnknown() + ComplexLanes.FromReal(TerminalResistance);
    }

    // 1/(1 + iωRC) − 1: what a capacitance beside a resistance takes from the reaction. It is zero without either.
    private static ComplexLanes Bypassed(Vector<double> omegaTau) =>
        new ComplexLanes(Vector<double>.One, omegaTau).Reciprocal() - ComplexLanes.FromReal(1);

    // δj = _byPotential δ(φ_s − φ_e) + _bySalt δc_e, summed over the surface of a cell's particles.
    private void Reactions(Vector<double> omega)
    {
        Array.Clear(_byPotential);
        Array.Clear(_bySalt);
        for (int k = 0; k < particles; k++)
        {
            LinearisedParticle particle = Particles[k];
            ComplexLanes reaction = (ComplexLanes.FromReal(particle.Resistance)
                + particle.PotentialBySurface * SurfaceByReaction(k, omega)).Reciprocal();
            _byPotential[particle.Cell] += particle.Area * (reaction + new ComplexLanes(Vector<double>.Zero, particle.Capacitance * omega));
            _bySalt[particle.Cell] += particle.Area * particle.PotentialBySalt * reaction;
        }
    }

    private ComplexLanes SurfaceByReaction(int k, Vector<double> omega)
    {
        ComplexLanes inner = default, outer = default;
        for (int s = 0; s < shells; s++)
        {
            int at = s * particles + k;
            inner = outer;
            outer = (new ComplexLanes(new Vector<double>(ShellDiagonal[at]), ShellVolume[s] * omega) - ShellCoupling[at] * inner).Reciprocal();
        }
        LinearisedParticle p = Particles[k];
        ComplexLanes byOuter = ComplexLanes.FromReal(-p.SurfaceByOuter) + p.SurfaceByInnerAndUpper * inner;
        return p.OuterByReaction * (byOuter * outer) + ComplexLanes.FromReal(p.SurfaceByReaction);
    }

    private void AddReactions(Span<ComplexLanes> d, int i)
    {
        ComplexLanes byPotential = _byPotential[i], bySalt = _bySalt[i];
        d[3] -= bySalt;
        d[4] += byPotential;
        d[5] -= byPotential;
        d[6] += bySalt;
        d[7] -= byPotential;
        d[8] += byPotential;
    }
}
