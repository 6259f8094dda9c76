using System.Numerics.Tensors;

namespace NewsBot.Retrieval.Dense.Endpoint;

/// <summary>What an endpoint's answer must hold.</summary>
internal static class AnswerCheck
{
    /// <summary>The vectors in the order of the texts, each of length 1.</summary>
    /// <exception cref="EmbeddingUnavailableException">There are too few or too many, one is of another size, or holds what is no number.</exception>
    public static IReadOnlyList<float[]> VectorsOf(EmbeddingAnswer answer, int texts, VectorModel model)
    {
        var vectors = new float[]?[texts];
        foreach (var (place, item) in (answer.Data ?? []).Index())
        {
            var index = item?.Index ?? place;
            if (index < 0 || index >= texts || vectors[index] is not null)
            {
                throw Nonsense(model, $"gives {answer.Data!.Count} vectors for {texts} texts, or two for one");
            }

            vectors[index] = Checked(item?.Embedding, model);
        }

        return vectors.OfType<float[]>().ToList() is var found && found.Count == texts ? found : throw Nonsense(model, $"gives {found.Count} vectors for {texts} texts");
    }

    private static float[] Checked(float[]? vector, VectorModel model)
    {
        if (vector?.Length != model.Dimensions)
        {
            throw Nonsense(model, $"gives vectors of {vector?.Length ?? 0} dimensions where Embeddings:Dimensions is {model.Dimensions}");
        }

        var length = TensorPrimitives.Norm<float>(vector);
        if (!float.IsFinite(length) || length == 0)
        {
            throw Nonsense(model, "gives a vector with what is no number, or without a direction");
        }

        TensorPrimitives.Divide(vector, length, vector);
        return vector;
    }

    private static EmbeddingUnavailableException Nonsense(VectorModel model, string what) =>
        new($"The embedding endpoint {what} ('{model.Name}'): it cannot be used like this. Check Embeddings:Model and Embeddings:Dimensions.");
}
