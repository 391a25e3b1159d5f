namespace Loadstone.Cells.Pouch;

/// <summary>One electrode of a stack: what stands on one side of a sheet, and the sheet's foil.</summary>
public sealed record PouchElectrode
{
    /// <summary>Name shown in tables: "positive coating", "lithium".</summary>
    public required string Name { get; init; }

    /// <summary>Dry mass per area and side [kg/m²].</summary>
    public required double MassPerArea { get; init => field = Require.Positive(value, "kg/m²"); }

    /// <summary>Thickness of one side [m].</summary>
    public required double Thickness { get; init => field = Require.Positive(value, "m"); }

    /// <summary>Porosity; 0 for lithium.</summary>
    public required double Porosity { get; init => field = Require.Fraction(value); }

    /// <summary>Thickness of the foil [m]; 0 for none.</summary>
    public required double FoilThickness { get; init => field = Require.NotNegative(value, "m"); }

    /// <summary>Density of the foil [kg/m³].</summary>
    public required double FoilDensity { get; init => field = Require.Positive(value, "kg/m³"); }

    /// <summary>Name of the foil in tables.</summary>
    public required string FoilName { get; init; }
}

/// <summary>The separator of a stack.</summary>
/// <param name="Thickness">Thickness [m].</param>
/// <param name="Porosity">Porosity.</param>
/// <param name="PolymerDensity">Density of the polymer without pores [kg/m³].</param>
public sealed record PouchSeparator(double Thickness, double Porosity, double PolymerDensity)
{
    /// <summary>Mass per area [kg/m²].</summary>
    public double MassPerArea => Thickness * (1 - Porosity) * PolymerDensity;
}

/// <summary>The size of a stack and how it is filled.</summary>
public sealed record PouchFormat
{
    /// <summary>Width of the positive coating [m].</summary>
    public required double Width { get; init => field = Require.Positive(value, "m"); }

    /// <summary>Height of the positive coating, towards the tabs [m].</summary>
    public required double Height { get; init => field = Require.Positive(value, "m"); }

    /// <summary>Number of positive sheets.</summary>
    public int Stacks { get; init => field = (int)Require.Within(value, 1, 1000, "(count)"); } = 1;

    /// <summary>
    /// Whether sheets are coated on both sides. Then the stack begins and ends with a negative sheet that is coated inside only;
    /// else every positive sheet has a negative one of its own.
    /// </summary>
    public bool DoubleSided { get; init; } = true;

    /// <summary>Electrolyte per discharge capacity, E/C [kg/C]; null to fill the pores and some more.</summary>
    public double? ElectrolytePerCharge { get; init => field = value is { } stated ? Require.Positive(stated, "kg/C") : null; }

    /// <summary>Faces at which a positive coating looks at a negative one.</summary>
    public int Faces => DoubleSided ? 2 * Stacks : Stacks;

    /// <summary>Number of negative sheets.</summary>
    public int NegativeSheets => DoubleSided ? Stacks + 1 : Stacks;

    /// <summary>Area of one face [m²].</summary>
    public double FaceArea => Width * Height;
}

/// <summary>A pouch cell as the account of its energy needs it, in SI.</summary>
public sealed record PouchCell
{
    /// <summary>The positive electrode.</summary>
    public required PouchElectrode Positive { get; init; }

    /// <summary>The negative electrode.</summary>
    public required PouchElectrode Negative { get; init; }

    /// <summary>The separator.</summary>
    public required PouchSeparator Separator { get; init; }

    /// <summary>Density of the electrolyte [kg/m³].</summary>
    public required double ElectrolyteDensity { get; init => field = Require.Positive(value, "kg/m³"); }

    /// <summary>Size and filling.</summary>
    public required PouchFormat Format { get; init; }

    /// <summary>Charge that a discharge gives per area of a face [C/m²].</summary>
    public required double ArealCapacity { get; init => field = Require.Positive(value, "C/m²"); }

    /// <summary>Energy over charge of that discharge [V].</summary>
    public required double MeanVoltage { get; init => field = Require.Positive(value, "V"); }

    /// <summary>What the design does not say.</summary>
    public PouchAssumptions Assumptions { get; init; } = PouchAssumptions.Default;

    /// <summary>Charge of a discharge of the whole cell [C].</summary>
    public double Charge => ArealCapacity * Format.FaceArea * Format.Faces;

    /// <summary>Energy of a discharge of the whole cell [J].</summary>
    public double Energy => Charge * MeanVoltage;
}
