using Google.Protobuf.Reflection;
using NewsBot.Fakes;
using Qdrant.Client.Grpc;
using FieldType = Google.Protobuf.Reflection.FieldType;

namespace NewsBot.Tests.Retrieval.Qdrant;

/// <summary>
/// The adapter's message types (its own, or those of the Qdrant.Client package in a build with UseQdrantClient) and the emulator's agree in
/// names, numbers and types. Since both builds run this, the project's own definitions agree with the package's.
/// </summary>
public class WireAgreementTests
{
    [Fact]
    public void Names_numbers_and_types_of_the_wire_agree()
    {
        var theirs = FakeQdrantServer.Messages.ToDictionary(message => message.FullName);
        var ours = Reachable(CollectionsReflection.Descriptor, PointsReflection.Descriptor).SelectMany(file => file.MessageTypes)
            .Where(message => theirs.ContainsKey(message.FullName)).ToList();

        ours.Count.ShouldBeGreaterThan(60);
        foreach (var message in ours)
        {
            foreach (var field in message.Fields.InDeclarationOrder())
            {
                if (theirs[message.FullName].FindFieldByName(field.Name) is { } same)
                {
                    Describe(same).ShouldBe(Describe(field), $"{message.FullName}.{field.Name}");
                }
            }
        }
    }

    [Fact]
    public void No_two_definitions_give_one_number_to_different_fields()
    {
        var theirs = FakeQdrantServer.Messages.ToDictionary(message => message.FullName);
        foreach (var message in Reachable(CollectionsReflection.Descriptor, PointsReflection.Descriptor).SelectMany(file => file.MessageTypes))
        {
            foreach (var field in message.Fields.InDeclarationOrder())
            {
                var same = theirs.GetValueOrDefault(message.FullName)?.FindFieldByNumber(field.FieldNumber);
                same?.Name.ShouldBe(field.Name, message.FullName);
            }
        }
    }

    private static string Describe(FieldDescriptor field) =>
        $"{field.FieldNumber} {field.FieldType} {(field.FieldType == FieldType.Message ? field.MessageType.FullName : "")} {field.IsRepeated} {field.HasPresence}";

    private static HashSet<FileDescriptor> Reachable(params FileDescriptor[] roots)
    {
        var found = new HashSet<FileDescriptor>();
        var open = new Stack<FileDescriptor>(roots);
        while (open.TryPop(out var file))
        {
            if (found.Add(file))
            {
                foreach (var dependency in file.Dependencies)
                {
                    open.Push(dependency);
                }
            }
        }

        return found;
    }
}
