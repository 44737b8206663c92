using Lodestone.Models.Compositions;
using static TorchSharp.torch;

namespace Lodestone.Models.ElementAttention;

/// <summary>
/// Where the elements of a batch stand in a table of formulas × places. Layers that look at one element at a time work on the elements
/// alone, [elements, …]; attention works on the table, whose empty places it does not see.
/// </summary>
internal sealed class SetLayout
{
    private const float Unseen = -1e9f;
    private readonly Tensor _elementAt;
    private readonly Tensor _placeOf;

    /// <summary>Lays out a batch.</summary>
    public SetLayout(ElementSets sets)
    {
        (Formulas, Places) = (sets.Formulas, sets.Longest);
        var elementAt = new long[Formulas * Places];
        var placeOf = new long[sets.Elements];
        var mask = new float[Formulas * Places];
        Array.Fill(elementAt, sets.Elements);
        Array.Fill(mask, Unseen);
        for (int formula = 0; formula < Formulas; formula++)
        {
            for (int element = sets.Start[formula]; element < sets.Start[formula + 1]; element++)
            {
                int place = formula * Places + element - sets.Start[formula];
                (elementAt[place], placeOf[element], mask[place]) = (element, place, 0);
            }
        }

        _elementAt = tensor(elementAt);
        _placeOf = tensor(placeOf);
        Mask = tensor(mask).view(Formulas, 1, 1, Places);
    }

    /// <summary>Number of formulas.</summary>
    public int Formulas { get; }

    /// <summary>Number of elements of the formula that has the most.</summary>
    public int Places { get; }

    /// <summary>Added to the scores of attention: 0 at an element, a large negative number at an empty place; [formulas, 1, 1, places].</summary>
    public Tensor Mask { get; }

    /// <summary>[elements, features] to [formulas, places, features], with zeros at empty places.</summary>
    public Tensor ToTable(Tensor elements) =>
        nn.functional.pad(elements, [0, 0, 0, 1]).index_select(0, _elementAt).view(Formulas, Places, -1);

    /// <summary>[formulas, places, features] to [elements, features].</summary>
    public Tensor FromTable(Tensor table) => table.reshape(Formulas * Places, -1).index_select(0, _placeOf);
}
