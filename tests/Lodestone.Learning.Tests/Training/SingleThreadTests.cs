using Lodestone.Learning.Training;
using TorchSharp;

namespace Lodestone.Learning.Tests.Training;

public sealed class SingleThreadTests
{
    [Fact]
    public void It_holds_on_its_own_thread_only_and_ends()
    {
        (int before, int during, int elsewhere, int after) = OnItsOwnThread(() =>
        {
            torch.set_num_threads(3);
            int before = torch.get_num_threads(), during, elsewhere;
            using (new SingleThread())
            {
                during = torch.get_num_threads();
                elsewhere = OnItsOwnThread(() =>
                {
                    torch.set_num_threads(2);
                    return torch.get_num_threads();
                });
            }
            return (before, during, elsewhere, torch.get_num_threads());
        });

        Assert.Equal((3, 1, 2, 3), (before, during, elsewhere, after));
        torch.set_num_threads(1);
    }

    [Fact]
    public void A_training_has_one_thread_wherever_it_runs()
    {
        (int during, int after) = OnItsOwnThread(() =>
        {
            torch.set_num_threads(3);
            TrainingSet<Vectors> train = Toy.Set(32);
            var objective = Toy.Objective(train);
            using ToyNetwork network = Toy.Network(objective);
            int during = 0;
            new Trainer<Vectors>(network, objective, Toy.Options).Fit(train, progress: new Direct<EpochReport>(_ => during = torch.get_num_threads()));
            return (during, torch.get_num_threads());
        });

        Assert.Equal((1, 3), (during, after));
        torch.set_num_threads(1);
    }

    private static T OnItsOwnThread<T>(Func<T> work)
    {
        T result = default!;
        var thread = new Thread(() => result = work());
        thread.Start();
        thread.Join();
        return result;
    }
}
