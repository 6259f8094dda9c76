using System.IO.Compression;

namespace NewsBot.Ingestion.Formats;

/// <summary>Unpacks Brotli; damage is told as that of every other format is, with <see cref="InvalidDataException"/>.</summary>
internal sealed class BrotliBytes(Stream packed) : ReadOnlyStream
{
    private readonly BrotliStream unpacked = new(packed, CompressionMode.Decompress);

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            return unpacked.Read(buffer);
        }
        catch (InvalidOperationException damage) when (damage is not ObjectDisposedException)
        {
            throw new InvalidDataException("no Brotli data", damage);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await unpacked.ReadAsync(buffer, cancellationToken);
        }
        catch (InvalidOperationException damage) when (damage is not ObjectDisposedException)
        {
            throw new InvalidDataException("no Brotli data", damage);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacked.Dispose();
        }

        base.Dispose(disposing);
    }
}
