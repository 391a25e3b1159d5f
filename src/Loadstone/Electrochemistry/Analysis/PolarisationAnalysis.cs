using Loadstone.Cells;
using Loadstone.Electrodes;

namespace Loadstone.Electrochemistry.Analysis;

/// <summary>
/// Takes polarisations apart on one mesh. With weights w that add to 1 over the particles of an electrode,
/// Σ w φ_s = Σ w (φ_e + U(θ_s) + R_f j + η); the difference of both electrodes, and Σ w φ_e summed by parts over the faces,
/// gives the voltage as a sum of falls.
/// </summary>
internal sealed class PolarisationAnalysis(Cell cell, MeshSettings mesh)
{
    // Below this share of the reaction that is net, weights by reaction would blow terms up that cancel each other.
    private const double LeastNetShare = 0.1;

    private readonly PorousElectrodeSystem _system = new(cell, mesh, Tolerances.Default);
    private readonly double[] _weight = new double[new CellGrid(cell, mesh).ParticleCount];

    /// <summary>The breakdown of one state.</summary>
    public PolarisationBreakdown Of(Profiles profiles)
    {
        CellGrid grid = _system.Grid;
        if (profiles.Position.Count != grid.Count || profiles.Particles.Count != grid.ClassCount)
            throw new ArgumentException($"The profiles have {profiles.Position.Count} cells and {profiles.Particles.Count} particle classes, this cell has {grid.Count} and {grid.ClassCount}.", nameof(profiles));
        double temperature = profiles.Temperature ?? cell.Temperature;
        double current = profiles.CurrentDensity;
        Weigh(profiles, positive: true);
        if (cell.Negative is not null) Weigh(profiles, positive: false);
        ElectrolyteFalls falls = _system.FallsOf(profiles, temperature);
        (RegionPolarisation before, RegionPolarisation between, RegionPolarisation behind) = Electrolyte(falls);

        var solid = profiles.SolidPotential;
        double positiveContact = current * grid.PositiveContactResistance, negativeContact = current * grid.NegativeContactResistance;
        double terminal = solid[^1] - current * _system.TerminalResistance;
        double positiveMean = 0, negativeMean = 0;
        for (int k = 0; k < grid.ParticleCount; k++)
        {
            int at = grid.ParticleCell[k];
            if (at < grid.NegativeCount) negativeMean += _weight[k] * solid[at];
            else positiveMean += _weight[k] * solid[at];
        }
        var (positive, positivePotential) = Particles(profiles, cell.Positive, temperature, positive: true);
        positive += behind with { SolidOhmic = positiveMean - terminal - positiveContact, Contact = positiveContact };
        RegionPolarisation negative = before;
        double negativePotential = 0;
        if (cell.Negative is { } porous)
        {
            (RegionPolarisation particles, negativePotential) = Particles(profiles, porous, temperature, positive: false);
            negative += particles with { SolidOhmic = -negativeMean - negativeContact, Contact = negativeContact };
        }
        else
        {
            negative = new RegionPolarisation { ChargeTransfer = falls.LithiumChargeTransfer, Film = falls.LithiumFilm };
        }
        return new PolarisationBreakdown
        {
            Time = profiles.Time,
            Voltage = terminal,
            EquilibriumVoltage = positivePotential - negativePotential,
            Negative = negative,
            Separator = between,
            Positive = positive,
        };
    }

    // Sets the weights of an electrode's particles: by reaction alone, whatever flows into double layers.
    private void Weigh(Profiles profiles, bool positive)
    {
        CellGrid grid = _system.Grid;
        double net = 0, all = 0, surface = 0;
        for (int k = 0; k < _weight.Length; k++)
        {
            if (IsPositive(k) != positive) continue;
            double area = grid.Width[grid.ParticleCell[k]] * grid.SurfacePerVolume[k], reaction = area * Of(profiles, k).Reaction;
            net += reaction;
            all += Math.Abs(reaction);
            surface += area;
            _weight[k] = reaction;
        }
        bool byReaction = Math.Abs(net) > LeastNetShare * all;
        for (int k = 0; k < _weight.Length; k++)
        {
            if (IsPositive(k) != positive) continue;
            _weight[k] = byReaction ? _weight[k] / net : grid.Width[grid.ParticleCell[k]] * grid.SurfacePerVolume[k] / surface;
        }
    }

    // Falls over the faces, each with the share of the current that the weights send through it.
    private (RegionPolarisation Negative, RegionPolarisation Separator, RegionPolarisation Positive) Electrolyte(ElectrolyteFalls falls)
    {
        CellGrid grid = _system.Grid;
        var through = new double[grid.Count];
        for (int k = 0; k < _weight.Length; k++) through[grid.ParticleCell[k]] += IsPositive(k) ? -_weight[k] : _weight[k];
        double share = cell.IsHalfCell ? 1 : 0;
        double[] ohmic = new double[3], concentration = new double[3];
        ohmic[1] = falls.LithiumOhmic;
        concentration[1] = falls.LithiumConcentration;
        for (int i = 0; i < grid.Count - 1; i++)
        {
            share += through[i];
            int left = Region(i), right = Region(i + 1);
            ohmic[left] += share * falls.Ohmic[i] * falls.OhmicShareLeft[i];
            ohmic[right] += share * falls.Ohmic[i] * (1 - falls.OhmicShareLeft[i]);
            concentration[left] += share * falls.Concentration[i] * falls.ConcentrationShareLeft[i];
            concentration[right] += share * falls.Concentration[i] * (1 - falls.ConcentrationShareLeft[i]);
        }
        RegionPolarisation In(int region) => new() { ElectrolyteOhmic = ohmic[region], ElectrolyteConcentration = concentration[region] };
        return (In(0), In(1), In(2));
    }

    // What belongs to an electrode's particles, and the potential of its mean content.
    private (RegionPolarisation Losses, double Potential) Particles(Profiles profiles, Electrode electrode, double temperature, bool positive)
    {
        CellGrid grid = _system.Grid;
        double sign = positive ? 1 : -1, content = 0, sites = 0, transfer = 0, film = 0, atSurface = 0, atMean = 0;
        for (int k = 0; k < _weight.Length; k++)
        {
            if (IsPositive(k) != positive) continue;
            int at = grid.ParticleCell[k];
            (double surface, double mean, double reaction) = Of(profiles, k);
            IntercalationMaterial material = grid.Materials[Array.FindLastIndex(grid.MaterialStart, start => start <= k)];
            double room = grid.Width[at] * grid.ActiveFraction[k] * grid.MaximumConcentration[k], w = _weight[k];
            double potential = material.OpenCircuitPotentialAt(surface, temperature), drop = grid.FilmResistance[k] * reaction;
            content += room * mean;
            sites += room;
            film += w * drop;
            transfer += w * (profiles.SolidPotential[at] - profiles.ElectrolytePotential[at] - potential - drop);
            atSurface += w * potential;
            atMean += w * material.OpenCircuitPotentialAt(mean, temperature);
        }
        // Particles at dry pores take no part: the content is that of the others, spread over all.
        double equilibrium = CellBalance.PotentialAt(electrode, content / sites * electrode.SitesPerArea, temperature);
        var losses = new RegionPolarisation
        {
            ChargeTransfer = -sign * transfer,
            Film = -sign * film,
            ParticleDiffusion = sign * (atMean - atSurface),
            Imbalance = sign * (equilibrium - atMean),
        };
        return (losses, equilibrium);
    }

    private (double Surface, double Mean, double Reaction) Of(Profiles profiles, int k)
    {
        CellGrid grid = _system.Grid;
        int index = grid.ParticleClassIndex[k];
        ParticleProfile particles = profiles.Particles[index];
        int i = k - Array.IndexOf(grid.ParticleClassIndex, index);
        return (particles.SurfaceStoichiometry[i], particles.MeanStoichiometry[i], particles.ReactionCurrent[i]);
    }

    private bool IsPositive(int k) => _system.Grid.ParticleCell[k] >= _system.Grid.PositiveStart;

    private int Region(int i) => i < _system.Grid.NegativeCount ? 0 : i < _system.Grid.PositiveStart ? 1 : 2;
}
