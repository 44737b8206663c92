using System.Numerics;
using static TorchSharp.torch;

namespace Lodestone.Symmetry.Images.Harmonics;

/// <summary>
/// Circular harmonics on the pixels of a kernel, R(r)·e^{imθ}, with θ counter-clockwise from the right. The profiles are r^|m|·exp(−r²/2s²) of several
/// widths s, which are smooth in the middle too, so that pixels sample them well. They are zero outside a circle, and their squares add up to one.
/// </summary>
internal static class HarmonicBasis
{
    /// <summary>
    /// The real matrices, [out, in] of real and imaginary part, that multiply a field of frequency n so that the result has frequency m: those of
    /// R(r)·e^{i(m−n)θ}, and those of the same times i.
    /// </summary>
    /// <param name="inputs">Frequencies n.</param>
    /// <param name="outputs">Frequencies m.</param>
    /// <param name="size">Pixels along a side.</param>
    /// <param name="widths">s, in pixels.</param>
    /// <param name="phases">2 with those times i, 1 without.</param>
    /// <returns>[outputs, inputs, widths, phases, 2, 2, size, size], Float64</returns>
    public static Tensor Matrices(int[] inputs, int[] outputs, int size, double[] widths, int phases)
    {
        Tensor matrices = empty([outputs.Length, inputs.Length, widths.Length, phases, 2, 2, size, size], dtype: float64);
        for (int m = 0; m < outputs.Length; m++)
            for (int n = 0; n < inputs.Length; n++)
                for (int width = 0; width < widths.Length; width++)
                {
                    Complex[] kernel = Kernel(outputs[m] - inputs[n], widths[width], size);
                    for (int phase = 0; phase < phases; phase++)
                        matrices[m, n, width, phase] = Multiplication(phase == 0 ? kernel : [.. kernel.Select(value => value * Complex.ImaginaryOne)], size);
                }
        return matrices;
    }

    private static Tensor Multiplication(Complex[] kernel, int size)
    {
        Tensor real = tensor([.. kernel.Select(value => value.Real)]), imaginary = tensor([.. kernel.Select(value => value.Imaginary)]);
        return stack([real, -imaginary, imaginary, real]).view(2, 2, size, size);
    }

    private static Complex[] Kernel(int frequency, double width, int size)
    {
        var kernel = new Complex[size * size];
        for (int i = 0; i < kernel.Length; i++)
        {
            double x = i % size - (size - 1) / 2.0, y = (size - 1) / 2.0 - i / size, radius = Math.Sqrt(x * x + y * y);
            if (radius > size / 2.0) continue;
            double profile = Math.Pow(radius, Math.Abs(frequency)) * Math.Exp(-radius * radius / (2 * width * width));
            kernel[i] = Complex.FromPolarCoordinates(profile, frequency * Math.Atan2(y, x));
        }
        double norm = Math.Sqrt(kernel.Sum(value => value.Real * value.Real + value.Imaginary * value.Imaginary));
        return [.. kernel.Select(value => value / norm)];
    }
}
