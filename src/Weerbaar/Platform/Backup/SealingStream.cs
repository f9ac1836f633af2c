using System.Security.Cryptography;

namespace Weerbaar.Platform.Backup;

/// <summary>Seals what is written through it; the last block is written when it is closed.</summary>
public sealed class SealingStream : Stream
{
    private readonly Stream to;
    private readonly byte[] head;
    private readonly AesGcm cipher;
    private readonly byte[] block = new byte[SealedFile.BlockLength];
    private int filled;
    private long number;
    private bool closed;

    public SealingStream(Stream to, Seal seal)
    {
        (this.to, head) = (to, SealedFile.NewHead(seal));
        cipher = SealedFile.Open(seal, head);
        to.Write(head);
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            if (filled == block.Length)
            {
                WriteBlock(last: false);
            }

            var part = Math.Min(buffer.Length, block.Length - filled);
            buffer[..part].CopyTo(block.AsSpan(filled));
            filled += part;
            buffer = buffer[part..];
        }
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (!closed)
        {
            closed = true;
            WriteBlock(last: true);
            cipher.Dispose();
        }

        base.Dispose(disposing);
    }

    private void WriteBlock(bool last)
    {
        var (text, tag) = (new byte[filled], new byte[SealedFile.TagLength]);
        cipher.Encrypt(SealedFile.Nonce(number++, last), block.AsSpan(0, filled), text, tag, head);
        to.Write(text);
        to.Write(tag);
        filled = 0;
    }
}
