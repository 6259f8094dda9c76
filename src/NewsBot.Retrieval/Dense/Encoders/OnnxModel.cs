using Microsoft.ML.OnnxRuntime;

namespace NewsBot.Retrieval.Dense.Encoders;

/// <summary>A loaded ONNX model that reads tokens. Runs may go on side by side.</summary>
internal sealed class OnnxModel : IDisposable
{
    private readonly InferenceSession session;
    private readonly RunOptions run = new();
    private readonly string output;

    /// <exception cref="EmbeddingUnavailableException">The file is damaged or no model of this kind.</exception>
    public OnnxModel(string path, int threads)
    {
        try
        {
            using var options = new SessionOptions
            {
                IntraOpNumThreads = threads,
                InterOpNumThreads = 1,
                ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
                LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
            };

            // Waiting threads would otherwise spin, at the cost of everything else on a small machine.
            options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
            session = new InferenceSession(path, options);
        }
        catch (OnnxRuntimeException failure)
        {
            throw Unusable(path, "is damaged or no ONNX model", failure);
        }

        if (session.InputMetadata.Keys.Except(["input_ids", "attention_mask", "token_type_ids"]).FirstOrDefault() is { } unknown)
        {
            session.Dispose();
            throw Unusable(path, $"wants '{unknown}', which a text encoder does not", inner: null);
        }

        IsScaledPerRun = File.ReadAllBytes(path).AsSpan().IndexOf("DynamicQuantizeLinear"u8) >= 0;
        output = session.OutputMetadata.ContainsKey("last_hidden_state") ? "last_hidden_state" : session.OutputNames[0];
    }

    /// <summary>
    /// Whether activations are scaled over a whole run (dynamic quantisation): texts that run together then move each other's vectors, measured down to a
    /// cosine of .993 even at equal lengths.
    /// </summary>
    public bool IsScaledPerRun { get; }

    /// <summary>Runs texts of the same number of tokens; gives the output with its sizes, whose first is the number of texts.</summary>
    /// <param name="ids">The tokens, text by text.</param>
    /// <param name="types">The part of the text that each token belongs to: 0, or 1 for the second of a pair.</param>
    /// <param name="texts">How many texts.</param>
    public ModelOutput Run(long[] ids, long[] types, int texts)
    {
        long[] shape = [texts, ids.Length / texts];
        var mask = new long[ids.Length];
        mask.AsSpan().Fill(1);
        var inputs = new Dictionary<string, OrtValue>(StringComparer.Ordinal);
        try
        {
            foreach (var name in session.InputNames)
            {
                inputs[name] = OrtValue.CreateTensorValueFromMemory(name switch { "input_ids" => ids, "attention_mask" => mask, _ => types }, shape);
            }

            using var outputs = session.Run(run, inputs, [output]);
            return new ModelOutput(outputs[0].GetTensorDataAsSpan<float>().ToArray(), outputs[0].GetTensorTypeAndShape().Shape);
        }
        catch (OnnxRuntimeException failure)
        {
            throw new EmbeddingUnavailableException($"The embedding model failed ({failure.Message.TrimEnd('.')}): run 'newsbot models pull NAME' again.", failure);
        }
        finally
        {
            foreach (var input in inputs.Values)
            {
                input.Dispose();
            }
        }
    }

    public void Dispose()
    {
        run.Dispose();
        session.Dispose();
    }

    private static EmbeddingUnavailableException Unusable(string path, string why, Exception? inner) =>
        new($"{path} {why}: run 'newsbot models pull NAME' again, or set Embeddings:Model to another.", inner);
}

/// <summary>What a model gave.</summary>
/// <param name="Numbers">The numbers, text by text.</param>
/// <param name="Shape">The sizes: texts, then tokens and vector, or vector alone.</param>
internal sealed record ModelOutput(float[] Numbers, long[] Shape);
