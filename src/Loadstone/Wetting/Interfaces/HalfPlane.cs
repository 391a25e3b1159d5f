namespace Loadstone.Wetting.Interfaces;

/// <summary>The points with n·x ≤ d; on an interface those of the liquid, so that n points to the air.</summary>
/// <param name="NormalX">First component of n.</param>
/// <param name="NormalY">Second component of n.</param>
/// <param name="Distance">d.</param>
internal readonly record struct HalfPlane(double NormalX, double NormalY, double Distance);

/// <summary>What a line leaves of a cell's pore, in cells: the area behind it and its own piece inside.</summary>
/// <param name="Area">Area with n·x ≤ d.</param>
/// <param name="Length">Length of the line inside the pore.</param>
/// <param name="Middle">Where the middle of that piece lies along (−n_y, n_x), for a normal of length 1.</param>
internal readonly record struct Cut(double Area, double Length, double Middle);
