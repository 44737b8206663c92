namespace Lodestone.Learning.Tests.Training;

/// <summary>Progress that is told on the thread that reports it.</summary>
internal sealed class Direct<T>(Action<T> action) : IProgress<T>
{
    public void Report(T value) => action(value);
}
