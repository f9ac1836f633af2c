using System.Security.Cryptography;

namespace Weerbaar.Platform.Backup;

/// <summary>Reads what a <see cref="SealingStream"/> wrote; what was changed or cut off is refused before it is given out.</summary>
public sealed class UnsealingStream : Stream
{
    private readonly Stream from;
    private readonly byte[] head = new byte[SealedFile.HeadLength];
    private readonly AesGcm cipher;
    private byte[] next;
    private byte[] open = [];
    private int given;
    private long number;
    private bool done;

    /// <exception cref="CryptographicException">It is no sealed file, or sealed with something else than this.</exception>
    public UnsealingStream(Stream from, Seal seal)
    {
        this.from = from;
        if (from.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
        {
            throw new CryptographicException("It is cut off: not even its head is whole.");
        }

        if (SealedFile.KindOf(head) != seal.Kind)
        {
            throw new CryptographicException("It does not open with this: it says that it was sealed with something else than a " + (seal.Kind == 1 ? "passphrase." : "key file."));
        }

        cipher = SealedFile.Open(seal, head);
        next = ReadBlock();
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (given == open.Length && !done)
        {
            OpenBlock();
        }

        var part = Math.Min(buffer.Length, open.Length - given);
        open.AsSpan(given, part).CopyTo(buffer);
        given += part;
        return part;
    }

    public override void Flush()
    {
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        cipher.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Whether a block is the last is known only when nothing follows it, so one is read ahead.</summary>
    private void OpenBlock()
    {
        var sealedBlock = next;
        next = ReadBlock();
        (done, given) = (next.Length == 0, 0);
        if (sealedBlock.Length < SealedFile.TagLength)
        {
            throw new CryptographicException("It is cut off at its end.");
        }

        var text = sealedBlock.AsSpan(..^SealedFile.TagLength);
        open = new byte[text.Length];
        try
        {
            cipher.Decrypt(SealedFile.Nonce(number++, done), text, sealedBlock.AsSpan(^SealedFile.TagLength..), open, head);
        }
        catch (AuthenticationTagMismatchException wrong)
        {
            throw new CryptographicException(number > 1
                ? "The passphrase or key is right, but what follows was changed or cut off."
                : "It does not open with this passphrase or key: that is another one, or the file was changed or cut off.", wrong);
        }
    }

    private byte[] ReadBlock()
    {
        var block = new byte[SealedFile.BlockLength + SealedFile.TagLength];
        return block[..from.ReadAtLeast(block, block.Length, throwOnEndOfStream: false)];
    }
}
