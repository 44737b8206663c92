using static TorchSharp.torch;

namespace Lodestone.Symmetry.Images;

/// <summary>
/// The cyclic group C_n or the dihedral group D_n as rotations by 360°/n, counter-clockwise, and reflections of square images. An element is that
/// of <see cref="FiniteGroup.Cyclic"/> or <see cref="FiniteGroup.Dihedral"/>, whose reflection s turns images upside down. Quarter turns and
/// reflections move pixels and are exact; other rotations interpolate bilinearly, with zeros around the image, so that two of them one after
/// the other are not exactly their product. As a group, elements are tensors of whole numbers, one for each image of a batch or one for all.
/// </summary>
public sealed class ImageGroup : IGroup<Tensor>
{
    private const int QuarterTurns = 4;

    private ImageGroup(FiniteGroup elements, int rotations) => (Elements, Rotations) = (elements, rotations);

    /// <summary>The group of the elements.</summary>
    public FiniteGroup Elements { get; }

    /// <summary>n, the number of rotations.</summary>
    public int Rotations { get; }

    /// <summary>Number of elements.</summary>
    public int Order => Elements.Order;

    /// <inheritdoc/>
    public Tensor Identity => zeros(1, dtype: int64);

    /// <summary>Rotations by 360°/n.</summary>
    public static ImageGroup Cyclic(int rotations) => new(FiniteGroup.Cyclic(rotations), rotations);

    /// <summary>Rotations by 360°/n, and reflections.</summary>
    public static ImageGroup Dihedral(int rotations) => new(FiniteGroup.Dihedral(rotations), rotations);

    /// <summary>g·x for one element.</summary>
    /// <param name="element">The element.</param>
    /// <param name="images">[rows, channels, size, size].</param>
    /// <returns>[rows, channels, size, size]</returns>
    /// <exception cref="ArgumentException">The images are not square.</exception>
    public Tensor Act(int element, Tensor images) => Act(element, 0, images);

    /// <summary>g·(ρ·x), where ρ turns by less than a step of the group: one interpolation, not two.</summary>
    /// <param name="element">g.</param>
    /// <param name="angle">Angle of ρ, radians, from 0 to 2π/n.</param>
    /// <param name="images">[rows, channels, size, size].</param>
    internal Tensor Act(int element, double angle, Tensor images)
    {
        if (images.dim() != 4 || images.shape[2] != images.shape[3])
            throw new ArgumentException("Images to rotate are [rows, channels, size, size].", nameof(images));
        int turn = element % Rotations;
        int quarters = QuarterTurns * turn / Rotations;
        bool reflected = element >= Rotations;
        double rest = 2 * Math.PI * turn / Rotations - Math.PI / 2 * quarters + (reflected ? -angle : angle);
        Tensor moved = reflected ? images.flip(2) : images;
        if (angle != 0 || QuarterTurns * turn % Rotations != 0) moved = ImageRotation.Rotate(moved, rest);
        return quarters == 0 ? moved : moved.rot90(quarters, (2, 3));
    }

    /// <summary>g·x with an element for each image, or one for all.</summary>
    /// <param name="elements">[rows] or [1], Int64.</param>
    /// <param name="images">[rows, channels, size, size].</param>
    /// <returns>[rows, channels, size, size]</returns>
    public Tensor Act(Tensor elements, Tensor images)
    {
        long[] numbers = Numbers(elements);
        if (numbers.Distinct().Count() == 1) return Act((int)numbers[0], images);
        using var scope = NewDisposeScope();
        var parts = new List<Tensor>();
        var rows = new List<long>();
        foreach (var part in numbers.Select((element, row) => (Element: element, Row: (long)row)).GroupBy(pair => pair.Element, pair => pair.Row))
        {
            parts.Add(Act((int)part.Key, images.index_select(0, tensor(part.ToArray()))));
            rows.AddRange(part);
        }
        return cat(parts).index_select(0, tensor(rows.ToArray()).argsort()).MoveToOuterDisposeScope();
    }

    /// <summary>All g⁻¹·x, in the order of the elements g.</summary>
    /// <param name="images">[rows, channels, size, size].</param>
    /// <returns>[rows, elements, channels, size, size]</returns>
    public Tensor Candidates(Tensor images) =>
        stack([.. Enumerable.Range(0, Order).Select(element => Act(Elements.Inverse(element), images))], 1);

    /// <inheritdoc/>
    public Tensor Multiply(Tensor a, Tensor b)
    {
        long[] first = Numbers(a), second = Numbers(b);
        return tensor([.. Enumerable.Range(0, Math.Max(first.Length, second.Length)).Select(row =>
            (long)Elements.Multiply((int)first[first.Length == 1 ? 0 : row], (int)second[second.Length == 1 ? 0 : row]))]);
    }

    /// <inheritdoc/>
    public Tensor Inverse(Tensor a) => tensor([.. Numbers(a).Select(element => (long)Elements.Inverse((int)element))]);

    /// <inheritdoc/>
    public IEnumerable<Tensor> Sample(int count, int seed) => Enumerable.Range(0, Order).Select(element => tensor(new[] { (long)element }));

    /// <inheritdoc/>
    public string Describe(Tensor element) => FormattableString.Invariant($"the elements {string.Join(' ', Numbers(element))}");

    private static long[] Numbers(Tensor elements) => elements.contiguous().data<long>().ToArray();
}
