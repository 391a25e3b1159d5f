using System.Numerics;

namespace Loadstone.Laboratory.Imaging.Voxels.Diffusion;

/// <summary>What a solution of steady diffusion says.</summary>
/// <param name="Conductance">Flux through the box over the difference between its plates, in units of voxel faces.</param>
/// <param name="Inflow">Flux through the front plate, over the same.</param>
/// <param name="Outflow">Flux through the back plate.</param>
/// <param name="Iterations">Conjugate gradient steps.</param>
/// <param name="Converged">Whether both errors are below what was asked.</param>
internal sealed record DiffusionSolution(double Conductance, double Inflow, double Outflow, int Iterations, bool Converged);

/// <summary>
/// Steady diffusion (or conduction) through a box of voxels between two plates that touch its first and last plane half a voxel away, all
/// other sides closed: conjugate gradients in single precision on the deviation from a linear profile, with a V-cycle as preconditioner and sums in double.
/// </summary>
internal sealed class SteadyDiffusion
{
    private readonly GridShape _shape;
    private readonly Stencil<VoxelFaces> _stencil;
    private readonly float[] _deviation, _residual, _direction, _work, _preconditioned;
    private readonly (float X, float Y, float Z) _weights;
    private readonly float[] _resistivity;

    /// <summary>Sets a problem up.</summary>
    /// <param name="shape">The grid.</param>
    /// <param name="resistivity">Resistivity of each voxel over that of the best conductor, laid out as the grid; infinite in insulators, all padding too, but 0 in the plates.</param>
    /// <param name="weights">Face area over distance along x, y, z, in any common unit.</param>
    /// <param name="workspace">Its arrays 1 to 5 are used.</param>
    public SteadyDiffusion(GridShape shape, float[] resistivity, (float X, float Y, float Z) weights, DiffusionWorkspace workspace)
    {
        (_shape, _resistivity, _weights) = (shape, resistivity, weights);
        _stencil = new Stencil<VoxelFaces>(shape, new VoxelFaces(resistivity, shape, weights));
        (_deviation, _residual, _direction, _work, _preconditioned) = (workspace.Take(1, shape.Length), workspace.Take(2, shape.Length), workspace.Take(3, shape.Length), workspace.Take(4, shape.Length), workspace.Take(5, shape.Length));
    }

    /// <summary>Solves it.</summary>
    /// <param name="tolerance">Largest relative difference between the fluxes in and out.</param>
    /// <param name="mostIterations">Steps after which it gives up.</param>
    /// <param name="cancellation">Stops the work.</param>
    public DiffusionSolution Solve(double tolerance, int mostIterations, CancellationToken cancellation = default)
    {
        double conductance = LinearProfile();
        (double inflow, double outflow) = Fluxes();
        if (!(conductance > 0)) return new(0, 0, 0, 0, true);
        CoarseGrids coarse = CoarseGrids.Below(_stencil);
        double product = Precondition(coarse);
        Array.Copy(_preconditioned, _direction, _direction.Length);
        int steps = 0;
        while (steps < mostIterations && product > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            double curvature = _stencil.Multiply(_direction, _work);
            if (!(curvature > 0)) break;
            double step = product / curvature;
            Advance((float)step);
            steps++;
            // The energy of the field falls by this in the step; what later steps will take is its error.
            double gain = step * product;
            conductance -= gain;
            (inflow, outflow) = Fluxes();
            if (Math.Abs(inflow - outflow) <= tolerance * conductance && Math.Abs(inflow + outflow - 2 * conductance) <= 2 * tolerance * conductance && gain <= tolerance * conductance)
                return new(conductance, inflow, outflow, steps, true);
            double next = Precondition(coarse);
            Turn((float)(next / product));
            product = next;
        }
        return new(conductance, inflow, outflow, steps, !(product > 0));
    }

    // r − A·0 of the linear profile, and its energy: the conductance as if all conductors lay side by side.
    private double LinearProfile()
    {
        Vector<float> whole = Vector.Create(1f / _shape.Z), half = Vector.Create(0.5f / _shape.Z);
        VoxelFaces faces = new(_resistivity, _shape, _weights);
        return Planes.Sum(_shape.Z, _shape.Plane, (from, to) =>
        {
            double energy = 0;
            for (int z = from; z < to; z++)
            {
                Vector<float> below = z == 0 ? half : whole, above = z == _shape.Z - 1 ? half : whole;
                for (int y = 0; y < _shape.Y; y++)
                {
                    int start = _shape.RowAt(y, z);
                    Vector<float> sum = default;
                    for (int i = start; i < start + _shape.Row; i += Vector<float>.Count)
                    {
                        Vector<float> inward = faces.Z(i - _shape.Plane) * below, outward = faces.Z(i) * above;
                        (inward - outward).CopyTo(_residual, i);
                        sum += outward * above;
                        if (z == 0) sum += inward * below;
                    }
                    energy += Vector.Sum(sum);
                }
            }
            return energy;
        });
    }

    // Fluxes through both plates.
    private (double In, double Out) Fluxes()
    {
        VoxelFaces faces = new(_resistivity, _shape, _weights);
        double inflow = 0, outflow = 0;
        Vector<float> half = Vector.Create(0.5f / _shape.Z);
        for (int y = 0; y < _shape.Y; y++)
        {
            int first = _shape.RowAt(y, 0), last = _shape.RowAt(y, _shape.Z - 1);
            Vector<float> enters = default, leaves = default;
            for (int i = 0; i < _shape.Row; i += Vector<float>.Count)
            {
                enters += faces.Z(first + i - _shape.Plane) * (half - new Vector<float>(_deviation, first + i));
                leaves += faces.Z(last + i) * (half + new Vector<float>(_deviation, last + i));
            }
            inflow += Vector.Sum(enters);
            outflow += Vector.Sum(leaves);
        }
        return (inflow, outflow);
    }

    // z = B r; returns r·z. The voxels' own sweeps and the coarse grids between them.
    private double Precondition(CoarseGrids coarse)
    {
        _stencil.Start(_residual, _work, CoarseGrids.Damping);
        _stencil.Restrict(_residual, _work, coarse.Shape, coarse.Right);
        _stencil.Prolong(coarse.Shape, coarse.Solve(), _work);
        return _stencil.Sweep(_residual, _work, _preconditioned, CoarseGrids.Damping);
    }

    // e += α p, r −= α q.
    private void Advance(float step) => Planes.ForEach(_shape.Z, _shape.Plane, (from, to) =>
    {
        Vector<float> alpha = Vector.Create(step);
        for (int i = _shape.RowAt(0, from); i < _shape.RowAt(0, to); i += Vector<float>.Count)
        {
            (new Vector<float>(_deviation, i) + alpha * new Vector<float>(_direction, i)).CopyTo(_deviation, i);
            (new Vector<float>(_residual, i) - alpha * new Vector<float>(_work, i)).CopyTo(_residual, i);
        }
    });

    // p = z + β p.
    private void Turn(float factor) => Planes.ForEach(_shape.Z, _shape.Plane, (from, to) =>
    {
        Vector<float> beta = Vector.Create(factor);
        for (int i = _shape.RowAt(0, from); i < _shape.RowAt(0, to); i += Vector<float>.Count)
            (new Vector<float>(_preconditioned, i) + beta * new Vector<float>(_direction, i)).CopyTo(_direction, i);
    });
}
