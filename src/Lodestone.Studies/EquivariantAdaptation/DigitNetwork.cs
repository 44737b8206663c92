using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lodestone.Studies.EquivariantAdaptation;

/// <summary>The small networks of the study.</summary>
internal static class DigitNetwork
{
    /// <summary>A classifier that knows of no symmetry but shifts: [rows, 1, size, size] → [rows, 10].</summary>
    public static Module<Tensor, Tensor> Classifier(int size) => Sequential(
        Conv2d(1, 16, 3, padding: 1), ReLU(), MaxPool2d(2),
        Conv2d(16, 32, 3, padding: 1), ReLU(), MaxPool2d(2),
        Flatten(), Linear(32L * (size / 4) * (size / 4), 10));

    /// <summary>Vectors of images, or their energy: [rows, 1, size, size] → [rows, length].</summary>
    public static Module<Tensor, Tensor> Vectors(int size, int length) => Sequential(
        AvgPool2d(AdaptationOptions.Pooling),
        Conv2d(1, 8, 3, padding: 1), ReLU(), MaxPool2d(2),
        Flatten(), Linear(8L * (size / 4) * (size / 4), 32), ReLU(), Linear(32, length));
}
