using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Mechanics;
using Loadstone.Laboratory.Regression;
using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Cli.Commands;

/// <summary>Sizes of a tensile specimen, the same for every analysis of tensile tests.</summary>
internal sealed class SpecimenOptions
{
    private readonly Option<string?> _gauge = new("--gauge") { Description = "Gauge length, where the file holds elongations as lengths; ± gives its standard uncertainty.", HelpName = "\"7.62 mm\"" };
    private readonly Option<string?> _area = new("--area") { Description = "Cross-section, where the file holds forces; or give width and thickness.", HelpName = "\"0.32 mm²\"" };
    private readonly Option<string?> _width = new("--width") { Description = "Width of the specimen.", HelpName = "\"3.18 mm\"" };
    private readonly Option<string?> _thickness = new("--thickness") { Description = "Thickness of the specimen.", HelpName = "\"100 µm ± 3 µm\"" };
    private readonly Option<string?> _modulus = new("--modulus") { Description = "Strains of the elastic stretch; without it the steepest straight stretch.", HelpName = "\"0.05..0.25 %\"" };

    public IReadOnlyList<Option> All => [_gauge, _area, _width, _thickness, _modulus];

    /// <summary>The strains of the elastic stretch, or null.</summary>
    public QuantityRange? Elastic(ParseResult parsed) => parsed.GetValue(_modulus) is { } text ? QuantityRange.Parse(text, QuantityKinds.Fraction, _modulus.Name) : null;

    public TensileSpecimen Read(ParseResult parsed)
    {
        Estimate? area = Value(_area, QuantityKinds.Area), width = Value(_width, QuantityKinds.Length), thickness = Value(_thickness, QuantityKinds.Length);
        if (width is not null != thickness is not null) throw new InputException("width or thickness of the specimen stands alone; expected both.", file: width is null ? _width.Name : _thickness.Name);
        if (width is not null && area is not null) throw new InputException("the cross-section is given twice; expected --area, or --width and --thickness.", file: _area.Name);
        return new TensileSpecimen(Value(_gauge, QuantityKinds.Length), width is { } w && thickness is { } t ? ErrorPropagation.Product(w, t) : area);

        Estimate? Value(Option<string?> option, QuantityKind kind) => parsed.GetValue(option) is { } text ? UncertainQuantity.ParsePositive(text, kind, option.Name) : null;
    }
}
