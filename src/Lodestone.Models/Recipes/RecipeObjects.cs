using System.Collections;
using Lodestone.Learning;
using Lodestone.Learning.Training;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.ObjectFactories;

namespace Lodestone.Models.Recipes;

/// <summary>
/// Makes the objects of a recipe before its keys are set: the training begins with the defaults of the architecture, and a target, which
/// has no constructor without a name, gets its name like any other key.
/// </summary>
/// <param name="training">The training of the architecture.</param>
internal sealed class RecipeObjects(TrainingOptions training) : IObjectFactory
{
    private readonly DefaultObjectFactory _others = new();

    public object Create(Type type)
    {
        if (type == typeof(Recipe)) return new Recipe { Training = training };
        if (type == typeof(TrainingOptions)) return training with { };
        if (type == typeof(OptimizerOptions)) return training.Optimizer with { };
        if (type == typeof(ScheduleOptions)) return training.Schedule with { };
        return type == typeof(Target) ? new Target("") : _others.Create(type);
    }

    public object? CreatePrimitive(Type type) => _others.CreatePrimitive(type);

    public void ExecuteOnDeserialized(object value) => _others.ExecuteOnDeserialized(value);

    public void ExecuteOnDeserializing(object value) => _others.ExecuteOnDeserializing(value);

    public void ExecuteOnSerialized(object value) => _others.ExecuteOnSerialized(value);

    public void ExecuteOnSerializing(object value) => _others.ExecuteOnSerializing(value);

    public bool GetDictionary(IObjectDescriptor descriptor, out IDictionary? dictionary, out Type[]? genericArguments) =>
        _others.GetDictionary(descriptor, out dictionary, out genericArguments);

    public Type GetValueType(Type type) => _others.GetValueType(type);
}
