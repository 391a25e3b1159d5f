namespace Loadstone.Formats.Bpx;

/// <summary>The names of Battery Parameter eXchange, version 1.1.1 (Faraday Institution), and those that version 0 had in other places.</summary>
internal static class BpxNames
{
    public const string Header = "Header", Version = "BPX", Title = "Title", Description = "Description", References = "References", Model = "Model";
    public const string Parameterisation = "Parameterisation", State = "State", Validation = "Validation", UserDefined = "User-defined", UserDescription = "description";
    public const string Cell = "Cell", Electrolyte = "Electrolyte", Separator = "Separator", Negative = "Negative electrode", Positive = "Positive electrode", Particle = "Particle";

    public const string Area = "Electrode area [m2]", Pairs = "Number of electrode pairs connected in parallel to make a cell";
    public const string LowerCutOff = "Lower voltage cut-off [V]", UpperCutOff = "Upper voltage cut-off [V]", Capacity = "Nominal cell capacity [A.h]";
    public const string ExternalSurface = "External surface area [m2]", Volume = "Volume [m3]", ReferenceTemperature = "Reference temperature [K]";
    public const string Density = "Density [kg.m-3]", HeatCapacity = "Specific heat capacity [J.K-1.kg-1]", ThermalConductivity = "Thermal conductivity [W.m-1.K-1]";

    public const string Transference = "Cation transference number", Diffusivity = "Diffusivity [m2.s-1]", Conductivity = "Conductivity [S.m-1]";
    public const string DiffusivityEnergy = "Diffusivity activation energy [J.mol-1]", ConductivityEnergy = "Conductivity activation energy [J.mol-1]";
    public const string OldConcentration = "Initial concentration [mol.m-3]";

    public const string Thickness = "Thickness [m]", Porosity = "Porosity", TransportEfficiency = "Transport efficiency";
    public const string LeastStoichiometry = "Minimum stoichiometry", LargestStoichiometry = "Maximum stoichiometry";
    public const string MaximumConcentration = "Maximum concentration [mol.m-3]", Radius = "Particle radius [m]", Surface = "Surface area per unit volume [m-1]";
    public const string Potential = "OCP [V]", Rate = "Reaction rate constant [mol.m-2.s-1]", RateEnergy = "Reaction rate constant activation energy [J.mol-1]";
    public const string Entropic = "Entropic change coefficient [V.K-1]", Delithiation = "OCP (delithiation) [V]", Lithiation = "OCP (lithiation) [V]";
    public const string HysteresisDecay = "OCP hysteresis decay constant";

    public const string InitialConditions = "Initial conditions", ThermalEnvironment = "Thermal environment", ThermalState = "Thermal state", Degradation = "Degradation";
    public const string InitialCharge = "Initial state-of-charge", InitialTemperature = "Initial temperature [K]", InitialConcentration = "Initial electrolyte concentration [mol.m-3]";
    public const string HysteresisPositive = "Initial hysteresis state: Positive electrode", HysteresisNegative = "Initial hysteresis state: Negative electrode";
    public const string AmbientTemperature = "Ambient temperature [K]", HeatTransfer = "Heat transfer coefficient [W.m-2.K-1]";
    public const string LostLithium = "LLI", LostPositive = "LAM: Positive electrode", LostNegative = "LAM: Negative electrode";

    public const string Time = "Time [s]", Current = "Current [A]", Voltage = "Voltage [V]", Temperature = "Temperature [K]";

    public static readonly string[] HeaderFields = [Version, Title, Description, References, Model];

    public static readonly string[] Parts = [Cell, Electrolyte, Negative, Positive, Separator, UserDefined];

    public static readonly string[] CellFields =
        [Area, Pairs, LowerCutOff, UpperCutOff, Capacity, ExternalSurface, Volume, ReferenceTemperature, Density, HeatCapacity];

    /// <summary>What <see cref="Cell"/> also holds in version 0.</summary>
    public static readonly string[] OldCellFields = [AmbientTemperature, InitialTemperature, ThermalConductivity];

    public static readonly string[] ElectrolyteFields = [Transference, Diffusivity, Conductivity, DiffusivityEnergy, ConductivityEnergy];

    public static readonly string[] SeparatorFields = [Thickness, Porosity, TransportEfficiency];

    public static readonly string[] ElectrodeFields = [.. SeparatorFields, Conductivity];

    public static readonly string[] ParticleFields =
    [
        LeastStoichiometry, LargestStoichiometry, MaximumConcentration, Radius, Surface, Diffusivity, Potential, Rate,
        DiffusivityEnergy, RateEnergy, Entropic, Delithiation, Lithiation, HysteresisDecay,
    ];

    public static readonly string[] InitialFields = [InitialCharge, InitialTemperature, InitialConcentration, HysteresisPositive, HysteresisNegative];

    public static readonly string[] DegradationFields = [LostLithium, LostPositive, LostNegative];

    /// <summary>Names of version 0 that version 1 has elsewhere or not at all, and where.</summary>
    public static readonly IReadOnlyDictionary<string, string> Moved = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [AmbientTemperature] = $"since version 1 it stands in {State}, {ThermalEnvironment}.",
        [InitialTemperature] = $"since version 1 it stands in {State}, {InitialConditions}.",
        [OldConcentration] = $"since version 1 it is \"{InitialConcentration}\" in {State}, {InitialConditions}.",
        [ThermalConductivity] = $"since version 1 it has its place in {UserDefined}.",
    };
}
