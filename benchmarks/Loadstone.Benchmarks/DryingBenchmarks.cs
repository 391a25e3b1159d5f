using BenchmarkDotNet.Attributes;
using Loadstone.Drying;
using Loadstone.Materials;

namespace Loadstone.Benchmarks;

/// <summary>A cathode film of 30 mg/cm² in a ramp and a hold, and the binder in it.</summary>
[MemoryDiagnoser]
public class DryingBenchmarks
{
    private readonly WetFilm _film = new()
    {
        SolidMass = 0.30, SolidDensity = 4400, SolidMassFraction = 0.70, Solvent = Catalogue.Default.Find<Solvent>("nmp"),
    };

    private readonly OvenProgramme _programme = OvenProgramme.RampAndHold(298.15, 393.15, 2, 60, 1000, 0.014);

    private readonly MigratingSpecies _binder = new() { Name = "binder", Diffusivity = MigrationLaws.CarriedOver(1e-10, 0.5, 0.5) };

    [Benchmark]
    public double Dry() => FilmDrying.Dry(_film, _programme).DryingTime!.Value;

    [Benchmark]
    public double DryAndMigrate() => BinderMigration.Migrate(FilmDrying.Dry(_film, _programme), _binder).UniformityIndex;
}
