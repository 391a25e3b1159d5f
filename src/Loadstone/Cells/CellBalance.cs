using Loadstone.Electrodes;

namespace Loadstone.Cells;

/// <summary>
/// Rest states of a cell: stoichiometries at a potential, and the potentials of both electrodes at a state of charge.
/// State of charge is linear in charge between the rest states whose voltages are the cut-offs
/// (Mohtat, Lee, Siegel, Stefanopoulou, J. Power Sources 427, 101 (2019)).
/// </summary>
public static class CellBalance
{
    /// <summary>Least and largest stoichiometry that a rest state may have; open-circuit potentials have poles beyond.</summary>
    public const double LeastStoichiometry = 1e-6;

    private const double LargestStoichiometry = 1 - LeastStoichiometry;

    /// <summary>The stoichiometry at which a material's open-circuit potential has a value.</summary>
    /// <param name="material">The material.</param>
    /// <param name="potential">Potential against lithium [V]; values beyond the curve's ends give the end.</param>
    /// <param name="temperature">Temperature [K]; null for the material's reference.</param>
    public static double StoichiometryAt(IntercalationMaterial material, double potential, double? temperature = null)
    {
        double kelvin = temperature ?? material.ReferenceTemperature;
        double low = LeastStoichiometry, high = LargestStoichiometry;
        if (material.OpenCircuitPotentialAt(low, kelvin) <= potential) return low;
        if (material.OpenCircuitPotentialAt(high, kelvin) >= potential) return high;
        // The curve falls: bisection is safe on its plateaus, where Newton's method is not.
        for (int i = 0; i < 60 && high - low > 1e-15; i++)
        {
            double middle = (low + high) / 2;
            if (material.OpenCircuitPotentialAt(middle, kelvin) > potential) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }

    /// <summary>Lithium in an electrode at rest at a potential [mol/m²]: Σ L ε_s c_max θ(U).</summary>
    /// <param name="electrode">The electrode.</param>
    /// <param name="potential">Potential against lithium [V].</param>
    /// <param name="temperature">Temperature [K]; null for the materials' reference.</param>
    public static double ContentAt(Electrode electrode, double potential, double? temperature = null)
    {
        double content = 0;
        foreach (Layer layer in electrode.Layers)
        {
            foreach (ParticleClass particles in layer.Particles)
            {
                content += layer.Thickness * particles.VolumeFraction.Mean * particles.Material.MaximumConcentration
                    * StoichiometryAt(particles.Material, potential, temperature);
            }
        }
        return content;
    }

    /// <summary>The potential at which an electrode at rest holds a content of lithium [V].</summary>
    /// <param name="electrode">The electrode.</param>
    /// <param name="content">Lithium [mol/m²], between nothing and <see cref="Electrode.SitesPerArea"/>.</param>
    /// <param name="temperature">Temperature [K]; null for the materials' reference.</param>
    public static double PotentialAt(Electrode electrode, double content, double? temperature = null)
    {
        var materials = electrode.Layers.SelectMany(l => l.Particles).Select(p => p.Material).Distinct().ToArray();
        if (materials.Length == 1)
        {
            double theta = Math.Clamp(content / electrode.SitesPerArea, LeastStoichiometry, LargestStoichiometry);
            return materials[0].OpenCircuitPotentialAt(theta, temperature ?? materials[0].ReferenceTemperature);
        }
        double low = materials.Min(m => m.OpenCircuitPotentialAt(LargestStoichiometry, temperature ?? m.ReferenceTemperature));
        double high = materials.Max(m => m.OpenCircuitPotentialAt(LeastStoichiometry, temperature ?? m.ReferenceTemperature));
        for (int i = 0; i < 60 && high - low > 1e-13; i++)
        {
            double middle = (low + high) / 2;
            if (ContentAt(electrode, middle, temperature) > content) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }

    /// <summary>The potentials of both electrodes against lithium at a state of charge and at rest.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="stateOfCharge">1 at the upper cut-off, 0 at the lower one.</param>
    /// <exception cref="InputException">The cell cannot rest at its cut-offs, or the state of charge lies outside [0, 1].</exception>
    public static (double Negative, double Positive) PotentialsAt(Cell cell, double stateOfCharge)
    {
        RestState rest = RestAt(cell, stateOfCharge);
        return (rest.NegativePotential, rest.PositivePotential);
    }

    /// <summary>The cell at rest at a state of charge.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="stateOfCharge">1 at the upper cut-off, 0 at the lower one.</param>
    /// <exception cref="InputException">The cell cannot rest at its cut-offs, or the state of charge lies outside [0, 1].</exception>
    public static RestState RestAt(Cell cell, double stateOfCharge)
    {
        if (!(stateOfCharge is >= 0 and <= 1))
            throw new InputException($"A state of charge of {stateOfCharge:g6} does not lie in [0, 1].");
        if (cell.Negative is null)
        {
            double full = ContentAt(cell.Positive, cell.UpperCutOff, cell.Temperature), empty = ContentAt(cell.Positive, cell.LowerCutOff, cell.Temperature);
            double lithium = empty + stateOfCharge * (full - empty);
            double positive = stateOfCharge == 1 ? cell.UpperCutOff : PotentialAt(cell.Positive, lithium, cell.Temperature);
            return new RestState(0, positive, null, SingleStoichiometry(cell.Positive, lithium), cell.Temperature);
        }
        double charged = NegativeContentAtVoltage(cell, cell.UpperCutOff), discharged = NegativeContentAtVoltage(cell, cell.LowerCutOff);
        double content = discharged + stateOfCharge * (charged - discharged);
        double rest = cell.CyclableLithium!.Value - content;
        return new RestState(PotentialAt(cell.Negative, content, cell.Temperature), PotentialAt(cell.Positive, rest, cell.Temperature),
            SingleStoichiometry(cell.Negative, content), SingleStoichiometry(cell.Positive, rest), cell.Temperature);
    }

    /// <summary>The state of charge at which a cell at rest has a voltage, 1 at the upper cut-off.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="voltage">Voltage [V], which the cell can have at rest.</param>
    /// <exception cref="InputException">The cell cannot rest at that voltage or at its cut-offs.</exception>
    public static double StateOfChargeAt(Cell cell, double voltage)
    {
        double Content(double volts) => cell.Negative is null ? -ContentAt(cell.Positive, volts, cell.Temperature) : NegativeContentAtVoltage(cell, volts);
        double empty = Content(cell.LowerCutOff);
        return (Content(voltage) - empty) / (Content(cell.UpperCutOff) - empty);
    }

    // The stoichiometry of an electrode of one material that holds a content of lithium.
    private static double? SingleStoichiometry(Electrode electrode, double content)
    {
        IntercalationMaterial first = electrode.Layers[0].Particles[0].Material;
        bool single = electrode.Layers.All(layer => layer.Particles.All(particles => particles.Material.Equals(first)));
        return single ? Math.Clamp(content / electrode.SitesPerArea, LeastStoichiometry, LargestStoichiometry) : null;
    }

    /// <summary>Charge between the rest states at the two cut-offs [C/m²].</summary>
    public static double CapacityPerArea(Cell cell)
    {
        double lithium = cell.Negative is null
            ? ContentAt(cell.Positive, cell.LowerCutOff, cell.Temperature) - ContentAt(cell.Positive, cell.UpperCutOff, cell.Temperature)
            : NegativeContentAtVoltage(cell, cell.UpperCutOff) - NegativeContentAtVoltage(cell, cell.LowerCutOff);
        return lithium * PhysicalConstants.Faraday;
    }

    // Lithium moves from positive to negative while the cell voltage rises, so the voltage is monotone in the content.
    private static double NegativeContentAtVoltage(Cell cell, double voltage)
    {
        Electrode negative = cell.Negative!;
        double total = cell.CyclableLithium
            ?? throw new InputException("A full cell needs its cyclable lithium to know its state of charge.");
        double low = Math.Max(0, total - cell.Positive.SitesPerArea), high = Math.Min(total, negative.SitesPerArea);
        double Voltage(double content) => PotentialAt(cell.Positive, total - content, cell.Temperature) - PotentialAt(negative, content, cell.Temperature);
        if (Voltage(low) > voltage || Voltage(high) < voltage)
        {
            throw new InputException(
                $"The cell cannot rest at its cut-off of {voltage:g4} V: with {total * PhysicalConstants.Faraday / 36000:g4} mAh/cm² of cyclable lithium its voltage at rest spans {Voltage(low):g4} to {Voltage(high):g4} V.");
        }
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            if (Voltage(middle) < voltage) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }
}
