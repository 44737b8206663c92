using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Matter;
using Lodestone.Matter.Geometry;
using Lodestone.Symmetry.Canonicalization.Crystals;

namespace Lodestone.Models.Canonicalization;

/// <summary>Measures by how much predictions change when crystals are turned or described by other cells.</summary>
internal static class InvarianceProbe
{
    private const int Elements = 4;
    private const int MostMaterials = 64;

    /// <summary>The largest change of any target, as a share of the standard deviation of its predictions between materials.</summary>
    /// <param name="file">The model.</param>
    /// <param name="materials">Crystals; the first 64 are used.</param>
    /// <param name="group">What is done to them.</param>
    /// <param name="seeds">Where the random motions come from.</param>
    public static double Change(ModelFile file, IReadOnlyList<Material> materials, AdaptationGroup group, Seeds seeds)
    {
        using IPropertyModel model = ModelCatalog.Load(file, file.Description.Name);
        Material[] sample = [.. materials.Take(MostMaterials)];
        IReadOnlyList<Prediction> before = model.Predict(sample);
        double largest = 0;
        foreach (CrystalMotion motion in new CrystalGroup().Sample(Elements, (int)(seeds.Root & int.MaxValue)))
        {
            IReadOnlyList<Prediction> after = model.Predict([.. sample.Select(material => material with { Structure = Moved(material.Structure!, motion, group) })]);
            for (int target = 0; target < model.Targets.Count; target++)
                largest = Math.Max(largest, Change(before, after, target));
        }
        return largest;
    }

    private static double Change(IReadOnlyList<Prediction> before, IReadOnlyList<Prediction> after, int target)
    {
        (double Before, double After)[] pairs = [.. before.Zip(after).Where(pair => pair.First.Succeeded && pair.Second.Succeeded)
            .Select(pair => (pair.First.Estimates[target].Mean, pair.Second.Estimates[target].Mean))];
        if (pairs.Length == 0) return 0;
        double mean = pairs.Average(pair => pair.Before);
        double spread = Math.Sqrt(pairs.Average(pair => (pair.Before - mean) * (pair.Before - mean)));
        double change = pairs.Max(pair => Math.Abs(pair.After - pair.Before));
        return spread > 0 ? change / spread : change;
    }

    private static Structure Moved(Structure crystal, CrystalMotion motion, AdaptationGroup group)
    {
        if (group is AdaptationGroup.Cell) return motion.Act(crystal);
        bool mirror = group is AdaptationGroup.So3 && motion.Rotation.Determinant < 0;
        Matrix3D turn = motion.Rotation;
        return crystal.Rotated(mirror ? new Matrix3D(-turn.A, -turn.B, -turn.C) : turn);
    }
}
