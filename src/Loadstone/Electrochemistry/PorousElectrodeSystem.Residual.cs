using Loadstone.Numerics;

using System.Numerics;

namespace Loadstone.Electrochemistry;

internal sealed partial class PorousElectrodeSystem
{
    // Transport coefficients are taken between these [mol/m³]: no law was measured nearer to zero, and above the solubility
    // of the salt some have poles.
    private const double LeastConcentrationOfLaws = 10;
    private const double LargestConcentrationOfLaws = 5000;

    // Below this [mol/m³] ln c goes on along its tangent, so that an iterate that overshoots stays in the domain.
    private const double LeastConcentrationOfLogarithm = 1e-2;

    // The same for θ and 1 − θ in the exchange-current density: a wall of overpotential keeps particles from overfilling.
    private const double LeastStoichiometry = 1e-6;

    // c° of the exchange-current density [mol/m³].
    private const double ReferenceConcentration = 1000;

    // Coefficients at the latest point of Residual, kept for Factor.
    private readonly double[] _kappa, _kappaSlope, _diffusion, _diffusionSlope, _transference, _transferenceSlope, _chi, _chiSlope;
    private readonly double[] _factorScratch, _factorSlopeScratch, _guarded, _guardSlope, _lnC, _lnCSlope, _activity;
    private readonly double[] _surface, _ocp, _ocpSlope, _resistance, _halfDrive, _kineticSlope;
    private readonly double[] _solidDiffusivity, _solidDiffusivitySlope, _faceFlux, _reactionSum;
    private readonly double[] _faceLeft, _faceRight, _faceBinder, _solidConductance;
    private readonly Face[] _faces;
    private readonly double[] _reactionByFlux, _inverseSquareRadius;
    private readonly bool _constantDiffusivity;
    private double _time;
    private double[] _point = [], _pointSlope = [];

    /// <inheritdoc/>
    public void Residual(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> slope, Span<double> residual)
    {
        if (_point.Length == 0) (_point, _pointSlope) = (new double[Size], new double[Size]);
        y.CopyTo(_point);
        slope.CopyTo(_pointSlope);
        _time = time;
        if (y[_layout.Temperature] != _temperature) Temperature = y[_layout.Temperature];
        EvaluateElectrolyte(y);
        ShellResidual(y, slope, residual);
        ReactionResidual(y, residual);
        AddDoubleLayerCurrents(slope);
        CellResidual(y, slope, residual);

        double i = y[_layout.Current], voltage = Voltage(y);
        residual[_layout.Current] = Control.Equation(time, i, voltage).Residual;
        residual[_layout.Charge] = Frozen ? 0 : slope[_layout.Charge] - i;
        residual[_layout.Energy] = Frozen ? 0 : slope[_layout.Energy] - i * voltage;
        residual[_layout.Temperature] = Frozen ? 0 : TemperatureResidual(y, slope, voltage);
    }

    private void EvaluateElectrolyte(ReadOnlySpan<double> y)
    {
        int n = _grid.Count;
        ReadOnlySpan<double> ce = y[..n];
        for (int i = 0; i < n; i++)
        {
            bool inside = ce[i] is >= LeastConcentrationOfLaws and <= LargestConcentrationOfLaws;
            _guarded[i] = Math.Clamp(ce[i], LeastConcentrationOfLaws, LargestConcentrationOfLaws);
            _guardSlope[i] = inside ? 1 : 0;
            (_lnC[i], _lnCSlope[i]) = GuardedLogarithm(ce[i], LeastConcentrationOfLogarithm);
            _activity[i] = GuardedValue(ce[i], LeastConcentrationOfLogarithm) / ReferenceConcentration;
        }
        _electrolyte.Conductivity.Evaluate(_guarded, _kappa, _kappaSlope);
        _electrolyte.Diffusivity.Evaluate(_guarded, _diffusion, _diffusionSlope);
        _electrolyte.TransferenceNumber.Evaluate(_guarded, _transference, _transferenceSlope);
        _electrolyte.ThermodynamicFactor.Evaluate(_guarded, _factorScratch, _factorSlopeScratch);
        for (int i = 0; i < n; i++)
        {
            double efficiency = _grid.TransportEfficiency[i], inside = _guardSlope[i], kappaFactor = efficiency * _conductivityFactor, dFactor = efficiency * _saltDiffusivityFactor;
            _kappa[i] *= kappaFactor;
            _kappaSlope[i] *= kappaFactor * inside;
            _diffusion[i] *= dFactor;
            _diffusionSlope[i] *= dFactor * inside;
            _transferenceSlope[i] *= inside;
            _chi[i] = (1 - _transference[i]) * _factorScratch[i];
            _chiSlope[i] = (1 - _transference[i]) * _factorSlopeScratch[i] * inside - _transferenceSlope[i] * _factorScratch[i];
        }
    }

    // ln x, below the least argument along its tangent there.
    private static (double Value, double Slope) GuardedLogarithm(double x, double least) =>
        x >= least ? (Math.Log(x), 1 / x) : (Math.Log(least) + (x - least) / least, 1 / least);

    // exp of the guarded logarithm: positive everywhere, and x itself in the domain.
    private static double GuardedValue(double x, double least) => x >= least ? x : least * Math.Exp((x - least) / least);

    private void EvaluateSolidDiffusivity(ReadOnlySpan<double> theta)
    {
        int p = _grid.ParticleCount;
        for (int s = 0; s < _radial.Count; s++)
        {
            for (int m = 0; m < _grid.Materials.Length; m++)
            {
                int start = s * p + _grid.MaterialStart[m], count = _grid.MaterialStart[m + 1] - _grid.MaterialStart[m];
                Span<double> d = _solidDiffusivity.AsSpan(start, count), slope = _solidDiffusivitySlope.AsSpan(start, count);
                _grid.Materials[m].Diffusivity.Evaluate(theta.Slice(start, count), d, slope);
                if (_diffusivityFactor[m] == 1) continue;
                VectorMath.Scale(d, _diffusivityFactor[m]);
                VectorMath.Scale(slope, _diffusivityFactor[m]);
            }
        }
    }

    // V_s θ' + fluxes, per shell and particle; the outermost shell gives j to the surface.
    private void ShellResidual(ReadOnlySpan<double> y, ReadOnlySpan<double> slope, Span<double> residual)
    {
        int p = _grid.ParticleCount, shells = _radial.Count, start = _layout.Stoichiometry;
        ReadOnlySpan<double> theta = y.Slice(start, shells * p), thetaSlope = slope.Slice(start, shells * p);
        Span<double> r = residual.Slice(start, shells * p);
        if (!_constantDiffusivity) EvaluateSolidDiffusivity(theta);
        if (Frozen)
        {
            r.Clear();
            return;
        }
        Span<double> inner = _faceFlux;
        inner.Clear();
        int width = Vector<double>.Count;
        for (int s = 0; s < shells; s++)
        {
            double volume = _radial.Volume[s];
            int row = s * p;
            if (s < shells - 1)
            {
                double g = _radial.FaceConductance[s] / 2;
                int k = 0;
                for (; k <= p - width; k += width)
                {
                    var outer = (new Vector<double>(_solidDiffusivity, row + k) + new Vector<double>(_solidDiffusivity, row + p + k)) * g
                        * new Vector<double>(_inverseSquareRadius, k)
                        * (new Vector<double>(theta[(row + p + k)..]) - new Vector<double>(theta[(row + k)..]));
                    (volume * new Vector<double>(thetaSlope[(row + k)..]) - outer + new Vector<double>(inner[k..])).CopyTo(r[(row + k)..]);
                    outer.CopyTo(inner[k..]);
                }
                for (; k < p; k++)
                {
                    double outer = (_solidDiffusivity[row + k] + _solidDiffusivity[row + p + k]) * g * _inverseSquareRadius[k]
                        * (theta[row + p + k] - theta[row + k]);
                    r[row + k] = volume * thetaSlope[row + k] - outer + inner[k];
                    inner[k] = outer;
                }
            }
            else
            {
                for (int k = 0; k < p; k++)
                {
                    r[row + k] = volume * thetaSlope[row + k] + _reactionByFlux[k] * y[_layout.Reaction + k] + inner[k];
                }
            }
        }
    }

    // phis − phie − U(θ_s) − R_f j − 2f asinh(j/2j₀) = 0: Butler–Volmer solved for the overpotential, which Newton likes better.
    private void ReactionResidual(ReadOnlySpan<double> y, Span<double> residual)
    {
        int p = _grid.ParticleCount, outer = _layout.Stoichiometry + (_radial.Count - 1) * p, next = outer - p;
        for (int k = 0; k < p; k++)
        {
            _surface[k] = SurfaceFrom(y[outer + k], y[next + k], y[_layout.Reaction + k], _solidDiffusivity[(_radial.Count - 1) * p + k], k);
        }
        for (int m = 0; m < _grid.Materials.Length; m++)
        {
            int start = _grid.MaterialStart[m], count = _grid.MaterialStart[m + 1] - start;
            _grid.Materials[m].OpenCircuitPotential.Evaluate(_surface.AsSpan(start, count), _ocp.AsSpan(start, count), _ocpSlope.AsSpan(start, count));
            AddEntropy(m, start, count);
        }
        double f2 = 2 * _f;
        Array.Clear(_reactionSum);
        for (int k = 0; k < p; k++)
        {
            int cell = _grid.ParticleCell[k];
            double j = y[_layout.Reaction + k], theta = _surface[k];
            double filled = GuardedValue(theta, LeastStoichiometry), vacant = GuardedValue(1 - theta, LeastStoichiometry);
            double j0 = _exchangeCurrent[k] * Math.Sqrt(_activity[cell] * filled * vacant);
            double root = Math.Sqrt(j * j + 4 * j0 * j0);
            // asinh(x) = ln(x + √(x² + 1)), odd: taken of |j| so that nothing cancels.
            double asinh = Math.CopySign(Math.Log((Math.Abs(j) + root) / (2 * j0)), j);
            _resistance[k] = _grid.FilmResistance[k] + f2 / root;
            _halfDrive[k] = f2 * j / root;
            _kineticSlope[k] = 0.5 / Math.Max(theta, LeastStoichiometry) - 0.5 / Math.Max(1 - theta, LeastStoichiometry);
            residual[_layout.Reaction + k] = y[_layout.SolidPotential + cell] - y[_layout.ElectrolytePotential + cell]
                - _ocp[k] - _grid.FilmResistance[k] * j - f2 * asinh;
            _reactionSum[cell] += _grid.SurfacePerVolume[k] * j;
        }
    }

    private void CellResidual(ReadOnlySpan<double> y, ReadOnlySpan<double> slope, Span<double> residual)
    {
        int n = _grid.Count, e = _layout.ElectrolytePotential, s = _layout.SolidPotential;
        double current = y[_layout.Current];
        double saltIn = 0, chargeIn = 0;
        if (_lithium is not null)
        {
            LithiumSide side = EvaluateLithiumSide(y[0], current, LithiumReactionOf(y));
            saltIn = current;
            double potential = side.Potential;
            if (LithiumHasDoubleLayer)
            {
                LithiumResidual(side, y, slope, residual);
                potential = -y[_layout.LithiumPotential];
            }
            chargeIn = side.Conductance * (potential - y[e] + side.Diffusion);
        }
        for (int i = 0; i < n; i++)
        {
            double saltOut = 0, chargeOut = 0;
            if (i < n - 1)
            {
                ref readonly Face face = ref EvaluateFace(y, i);
                chargeOut = face.Current;
                saltOut = -PhysicalConstants.Faraday * face.DiffusionConductance * (y[i + 1] - y[i]) + face.Transference * face.LiquidCurrent + face.BinderCurrent;
            }
            double source = _grid.Width[i] * _reactionSum[i];
            residual[i] = Frozen ? 0
                : PhysicalConstants.Faraday * _grid.Width[i] * _grid.Porosity[i] * slope[i] + saltOut - saltIn - source;
            residual[e + i] = chargeOut - chargeIn - source;
            saltIn = saltOut;
            chargeIn = chargeOut;
        }
        SolidResidual(y, residual.Slice(s, n), 0, _grid.NegativeCount, current);
        y.Slice(s + _grid.NegativeCount, _grid.SeparatorCount).CopyTo(residual[(s + _grid.NegativeCount)..]);
        SolidResidual(y, residual.Slice(s, n), _grid.PositiveStart, n, current);
    }

    private void SolidResidual(ReadOnlySpan<double> y, Span<double> residual, int from, int to, double current)
    {
        int s = _layout.SolidPotential;
        bool negative = from == 0 && to > 0 && _grid.NegativeCount > 0;
        double currentIn = negative ? -NegativeTerminalConductance * y[s] : 0;
        for (int i = from; i < to; i++)
        {
            double currentOut = i < to - 1 ? -_solidConductance[i] * (y[s + i + 1] - y[s + i]) : negative ? 0 : current;
            residual[i] = currentOut - currentIn + _grid.Width[i] * _reactionSum[i];
            currentIn = currentOut;
        }
    }

    private double NegativeTerminalConductance =>
        1 / (_grid.Width[0] / (2 * _grid.ElectronicConductivity[0]) + _grid.NegativeContactResistance);

    // The face between cells i and i + 1. Its conductance is a transport law times a pore geometry: the law, which goes with the
    // continuous c, is interpolated to the face; the geometry, which jumps where layers meet, is the harmonic mean weighted by
    // the distances to the face, so that fluxes are continuous. For the salt's diffusion that is averaged with the harmonic mean
    // of law and geometry together: at a front where the salt runs out the two err by as much in opposite directions
    // (Chen2020 at 3C, 20 cells: +1.2 and −1.5 % of the capacity, their mean −0.1 %).
    private ref readonly Face EvaluateFace(ReadOnlySpan<double> y, int i)
    {
        int e = _layout.ElectrolytePotential;
        double a = _grid.Width[i] / 2, b = _grid.Width[i + 1] / 2;
        double conductance = _faceLeft[i] * _kappa[i] + _faceRight[i] * _kappa[i + 1];
        double dLeft = _diffusion[i], dRight = _diffusion[i + 1], both = 1 / (a * dRight + b * dLeft);
        double harmonic = dLeft * dRight * both;
        double diffusion = (_faceLeft[i] * dLeft + _faceRight[i] * dRight + harmonic) / 2;
        double chi = (_chi[i] + _chi[i + 1]) / 2;
        double drive = y[e + i + 1] - y[e + i] - 2 * _f * chi * (_lnC[i + 1] - _lnC[i]);
        double binder = _faceBinder[i];
        ref Face face = ref _faces[i];
        face.Conductance = conductance;
        face.DiffusionConductance = diffusion;
        face.DiffusionByLeft = a * (dRight * both) * (dRight * both);
        face.DiffusionByRight = b * (dLeft * both) * (dLeft * both);
        face.BinderConductance = binder;
        face.Chi = chi;
        face.Transference = (_transference[i] + _transference[i + 1]) / 2;
        face.Drive = drive;
        face.LiquidCurrent = -conductance * drive;
        face.BinderCurrent = -binder * (y[e + i + 1] - y[e + i]);
        return ref face;
    }

    // Kept for Factor.
    private struct Face
    {
        public double Conductance, DiffusionConductance, BinderConductance, Chi, Transference, Drive, LiquidCurrent, BinderCurrent;

        /// <summary>Derivatives of the harmonic part of the conductance of diffusion by the diffusivities on both sides.</summary>
        public double DiffusionByLeft, DiffusionByRight;

        public readonly double Current => LiquidCurrent + BinderCurrent;
    }

    // Lithium metal at 0 V: Butler–Volmer for its reaction, at the surface concentration that the salt flux of the current leaves there.
    private LithiumSide EvaluateLithiumSide(double c0, double current, double reaction)
    {
        double half = _grid.Width[0] / 2, d = _diffusion[0], t = _transference[0];
        double polarisation = (1 - t) * half / (PhysicalConstants.Faraday * d);
        double surface = c0 + polarisation * current;
        double surfaceByC = 1 - current * polarisation * (_diffusionSlope[0] / d + _transferenceSlope[0] / (1 - t));
        double guarded = Math.Max(surface, LeastConcentrationOfLogarithm);
        double inside = surface > LeastConcentrationOfLogarithm ? 1 : 0;
        double j0 = _lithium!.ExchangeCurrentDensity.At(guarded) * _lithiumFactor;
        double j0Slope = _lithium.ExchangeCurrentDensity.DerivativeAt(guarded) * inside * _lithiumFactor;
        double root = Math.Sqrt(reaction * reaction + 4 * j0 * j0);
        double eta = 2 * _f * Math.CopySign(Math.Log((Math.Abs(reaction) + root) / (2 * j0)), reaction);
        double etaByJ0 = -2 * _f * reaction / (root * j0) * j0Slope, resistance = _lithium.FilmResistance + 2 * _f / root;
        (double lnSurface, double lnSlope) = GuardedLogarithm(surface, LeastConcentrationOfLogarithm);
        double potential = -_lithium.FilmResistance * reaction - eta;
        double diffusion = 2 * _f * _chi[0] * (_lnC[0] - lnSurface);
        return new LithiumSide(_kappa[0] / half, _kappaSlope[0] / half, potential, diffusion)
        {
            Resistance = resistance,
            PotentialByCurrent = -resistance - etaByJ0 * polarisation,
            PotentialByC = -etaByJ0 * surfaceByC,
            DiffusionByCurrent = -2 * _f * _chi[0] * lnSlope * polarisation,
            DiffusionByC = 2 * _f * (_chiSlope[0] * (_lnC[0] - lnSurface) + _chi[0] * (_lnCSlope[0] - lnSlope * surfaceByC)),
        };
    }

    /// <summary>Electrolyte at the lithium: conductance to the first cell, its slope by c, φ_e at the surface, and the diffusion potential to the first cell.</summary>
    private readonly record struct LithiumSide(double Conductance, double ConductanceByC, double Potential, double Diffusion)
    {
        /// <summary>Film and charge transfer, −∂Potential/∂reaction.</summary>
        public double Resistance { get; init; }

        /// <summary>Where all of the current reacts.</summary>
        public double PotentialByCurrent { get; init; }

        public double PotentialByC { get; init; }

        public double DiffusionByCurrent { get; init; }

        public double DiffusionByC { get; init; }
    }
}
