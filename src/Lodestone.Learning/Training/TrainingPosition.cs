namespace Lodestone.Learning.Training;

/// <summary>How far a training has come.</summary>
/// <param name="Epoch">The current epoch, counted from 1.</param>
/// <param name="Epochs">Epochs planned.</param>
/// <param name="Batch">Batches done of the current epoch.</param>
/// <param name="Batches">Batches of each epoch.</param>
public readonly record struct TrainingPosition(int Epoch, int Epochs, int Batch, int Batches);
