using ScottPlot;

namespace Lodestone.Studies.SymmetryBreaking;

/// <summary>How the figures show each kind of model.</summary>
internal static class ModelStyle
{
    extension(SymmetryModel model)
    {
        public string Label => model switch
        {
            SymmetryModel.Equivariant => "equivariant",
            SymmetryModel.Noise => "noise",
            _ => "relaxed",
        };

        public Color Color => model switch
        {
            SymmetryModel.Equivariant => Colors.C3,
            SymmetryModel.Noise => Colors.C1,
            _ => Colors.C0,
        };
    }
}
