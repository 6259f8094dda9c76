using Google.Protobuf;

namespace NewsBot.Fakes;

/// <summary>
/// Writes a model of a few hundred bytes that a real runtime loads: each token's vector is looked up in a table. It keeps the whole way tested without a
/// download: folder, vocabulary, batches, pooling. Field numbers are those of ONNX's public onnx.proto.
/// </summary>
public static class TinyEncoder
{
    /// <summary>How many numbers its vectors have.</summary>
    public const int Dimensions = 4;

    private const int Floats = 1;
    private const int Integers = 7;

    private static readonly string[] Vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "boat", "vessel", "school", "the", "##s", "closed", "left"];

    /// <summary>Boats and vessels point one way, schools another; everything else hardly anywhere.</summary>
    private static readonly float[][] Table = [.. Vocabulary.Select(word => word switch
    {
        "boat" or "vessel" => new[] { 1f, 0, 0, 0 },
        "school" or "closed" => [0, 1f, 0, 0],
        _ => [.01f, .01f, .1f, 0],
    })];

    /// <summary>Writes a whole model folder.</summary>
    /// <param name="folder">The folder; made where it is missing.</param>
    /// <param name="statedDimensions">What its config.json says.</param>
    /// <param name="notANumber">Whether the vector of "school" is none.</param>
    public static string Write(string folder, int statedDimensions = Dimensions, bool notANumber = false)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllLines(Path.Combine(folder, "vocab.txt"), Vocabulary);
        File.WriteAllText(Path.Combine(folder, "config.json"), $$"""{"hidden_size": {{statedDimensions}}, "max_position_embeddings": 32}""");
        File.WriteAllBytes(Path.Combine(folder, "model.onnx"), Model(notANumber));
        return folder;
    }

    /// <summary>Writes a folder whose model gives one number a text: the mean over its tokens, high for "left" and low for "closed".</summary>
    public static string WriteCrossEncoder(string folder)
    {
        Write(folder);
        var scores = Vocabulary.Select(word => word switch { "left" => 40f, "closed" => -40f, _ => 0f }).ToArray();
        var mean = Message(m =>
        {
            Text(m, 1, "looked_up");
            Text(m, 2, "logits");
            Text(m, 4, "ReduceMean");
            Bytes(m, 5, Message(axes => { Text(axes, 1, "axes"); Number(axes, 8, 1); Number(axes, 20, 7); }));
            Bytes(m, 5, Message(keep => { Text(keep, 1, "keepdims"); Number(keep, 3, 0); Number(keep, 20, 2); }));
        });
        File.WriteAllBytes(Path.Combine(folder, "model.onnx"), Model(scores, 1, "looked_up", mean, Value("logits", Floats, "batch", "one")));
        return folder;
    }

    private static byte[] Model(bool notANumber)
    {
        var table = Table.Select((row, id) => notANumber && Vocabulary[id] == "school" ? row.Select(_ => float.NaN) : row).SelectMany(row => row).ToArray();
        return Model(table, Dimensions, "last_hidden_state", furtherNode: null, Value("last_hidden_state", Floats, "batch", "sequence", "size"));
    }

    private static byte[] Model(float[] table, int size, string lookedUp, byte[]? furtherNode, byte[] output)
    {
        var gather = Message(m => { Text(m, 1, "table"); Text(m, 1, "input_ids"); Text(m, 2, lookedUp); Text(m, 4, "Gather"); });
        var initializer = Message(m =>
        {
            Number(m, 1, Vocabulary.Length);
            Number(m, 1, size);
            Number(m, 2, Floats);
            Text(m, 8, "table");
            Bytes(m, 9, [.. table.SelectMany(BitConverter.GetBytes)]);
        });
        var graph = Message(m =>
        {
            Bytes(m, 1, gather);
            if (furtherNode is not null)
            {
                Bytes(m, 1, furtherNode);
            }

            Text(m, 2, "tiny");
            Bytes(m, 5, initializer);
            Bytes(m, 11, Value("input_ids", Integers, "batch", "sequence"));
            Bytes(m, 11, Value("attention_mask", Integers, "batch", "sequence"));
            Bytes(m, 12, output);
        });
        return Message(m =>
        {
            Number(m, 1, 8);
            Bytes(m, 7, graph);
            Bytes(m, 8, Message(version => Number(version, 2, 13)));
        });
    }

    private static byte[] Value(string name, int type, params string[] sizes)
    {
        var shape = Message(m => Array.ForEach(sizes, size => Bytes(m, 1, Message(dimension => Text(dimension, 2, size)))));
        var tensor = Message(m => { Number(m, 1, type); Bytes(m, 2, shape); });
        return Message(m => { Text(m, 1, name); Bytes(m, 2, Message(kind => Bytes(kind, 1, tensor))); });
    }

    private static byte[] Message(Action<CodedOutputStream> write)
    {
        using var bytes = new MemoryStream();
        using (var message = new CodedOutputStream(bytes, leaveOpen: true))
        {
            write(message);
        }

        return bytes.ToArray();
    }

    private static void Number(CodedOutputStream message, int field, long value)
    {
        message.WriteTag(field, WireFormat.WireType.Varint);
        message.WriteInt64(value);
    }

    private static void Text(CodedOutputStream message, int field, string value)
    {
        message.WriteTag(field, WireFormat.WireType.LengthDelimited);
        message.WriteString(value);
    }

    private static void Bytes(CodedOutputStream message, int field, byte[] value)
    {
        message.WriteTag(field, WireFormat.WireType.LengthDelimited);
        message.WriteBytes(ByteString.CopyFrom(value));
    }
}
