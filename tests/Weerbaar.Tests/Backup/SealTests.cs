using System.Security.Cryptography;
using Weerbaar.Platform.Backup;

namespace Weerbaar.Tests.Backup;

public sealed class SealTests
{
    private const int block = 65536;
    private const int sealedBlock = block + 16;
    private const int head = 27;

    private static readonly Seal key = Seal.Key(Enumerable.Range(0, 32).Select(i => (byte)i).ToArray());

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(block - 1)]
    [InlineData(block)]
    [InlineData(block + 1)]
    [InlineData(3 * block)]
    [InlineData((3 * block) + 777)]
    public void What_was_sealed_opens_as_it_was(int length)
    {
        var content = Content(length);

        Opened(Sealed(content, key), key).ShouldBe(content);
    }

    [Fact]
    public void The_same_content_is_never_sealed_the_same_twice() => Sealed(Content(100), key).ShouldNotBe(Sealed(Content(100), key));

    [Fact]
    public void A_passphrase_opens_what_it_sealed_and_another_does_not()
    {
        var file = Sealed(Content(100), Seal.Passphrase("een lange zin voor de kluis"));

        Opened(file, Seal.Passphrase("een lange zin voor de kluis")).ShouldBe(Content(100));
        Should.Throw<CryptographicException>(() => Opened(file, Seal.Passphrase("een andere zin voor de kluis")));
        Should.Throw<CryptographicException>(() => Opened(file, key));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(20)]
    [InlineData(head)]
    [InlineData(head + block)]
    [InlineData(head + sealedBlock + 5)]
    [InlineData(-1)]
    public void A_byte_that_was_changed_is_refused(int at)
    {
        var file = Sealed(Content(2 * block), key);
        file[at < 0 ? file.Length + at : at] ^= 1;

        Should.Throw<CryptographicException>(() => Opened(file, key));
    }

    [Theory]
    [InlineData(head - 1)]
    [InlineData(head)]
    [InlineData(head + 8)]
    [InlineData(head + sealedBlock)]
    [InlineData(head + (2 * sealedBlock))]
    [InlineData(head + (2 * sealedBlock) + 100)]
    public void What_was_cut_off_is_refused_also_between_two_blocks(int length)
    {
        var file = Sealed(Content((2 * block) + 500), key)[..length];

        Should.Throw<CryptographicException>(() => Opened(file, key));
    }

    [Fact]
    public void A_later_block_that_was_changed_is_told_from_another_passphrase()
    {
        var file = Sealed(Content(2 * block), key);
        file[^1] ^= 1;

        Should.Throw<CryptographicException>(() => Opened(file, key)).Message.ShouldContain("passphrase or key is right");
        Should.Throw<CryptographicException>(() => Opened(file, Seal.Key(new byte[32]))).Message.ShouldContain("does not open with this");
    }

    [Fact]
    public void Blocks_that_changed_places_are_refused()
    {
        var file = Sealed(Content(3 * block), key);
        var first = file[head..(head + sealedBlock)];
        file.AsSpan(head + sealedBlock, sealedBlock).CopyTo(file.AsSpan(head));
        first.CopyTo(file, head + sealedBlock);

        Should.Throw<CryptographicException>(() => Opened(file, key));
    }

    private static byte[] Content(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)(i * 7))];

    private static byte[] Sealed(byte[] content, Seal seal)
    {
        using var file = new MemoryStream();
        using (var to = new SealingStream(file, seal))
        {
            to.Write(content);
        }

        return file.ToArray();
    }

    private static byte[] Opened(byte[] file, Seal seal)
    {
        using var content = new MemoryStream();
        using var from = new UnsealingStream(new MemoryStream(file), seal);
        from.CopyTo(content);
        return content.ToArray();
    }
}
