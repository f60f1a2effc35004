using System.Text;
using System.Text.Unicode;

namespace LoyaltyAdmin.Platform.Csv;

/// <summary>Finds out how a text file is encoded: by its mark, by zero bytes (UTF-16), by validity as UTF-8, else Windows-1251.</summary>
public static class TextEncodings
{
    private const int Chunk = 1 << 16;

    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Makes the encodings of old Windows and Excel files known to the program.</summary>
    public static void Register() => Encoding.GetEncoding(1251);

    /// <summary>Reads as much as it takes, all of a file without a mark, and leaves the stream at its beginning.</summary>
    public static Encoding Detect(Stream file)
    {
        var buffer = new byte[Chunk];
        file.Position = 0;
        var length = file.ReadAtLeast(buffer, Chunk, throwOnEndOfStream: false);
        var encoding = OfBeginning(buffer.AsSpan(0, length));
        file.Position = 0;
        encoding ??= IsUtf8(file, buffer) ? Encoding.UTF8 : Encoding.GetEncoding(1251);
        file.Position = 0;
        return encoding;
    }

    private static Encoding? OfBeginning(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            return Encoding.UTF8;
        }

        if (bytes.StartsWith(Encoding.Unicode.Preamble))
        {
            return Encoding.Unicode;
        }

        if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return Encoding.BigEndianUnicode;
        }

        // Without a mark: delimiters, digits and line ends are Latin, so half of their bytes are zero.
        var (even, odd) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == 0)
            {
                _ = i % 2 == 0 ? even++ : odd++;
            }
        }

        return (even, odd) switch
        {
            (0, 0) => null,
            _ when odd > even => Encoding.Unicode,
            _ => Encoding.BigEndianUnicode,
        };
    }

    private static bool IsUtf8(Stream file, byte[] buffer)
    {
        var kept = 0;
        while (true)
        {
            var read = file.Read(buffer, kept, buffer.Length - kept);
            var length = kept + read;
            if (read == 0)
            {
                return kept == 0;
            }

            var whole = EndOfLastCharacter(buffer.AsSpan(0, length));
            if (!Utf8.IsValid(buffer.AsSpan(0, whole)))
            {
                return false;
            }

            kept = length - whole;
            buffer.AsSpan(whole, kept).CopyTo(buffer);
        }
    }

    /// <summary>Where the last character that is whole ends: a character may be cut by the end of the chunk.</summary>
    private static int EndOfLastCharacter(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var b = bytes[^back];
            if (b < 0x80)
            {
                return bytes.Length;
            }

            if (b >= 0xC0)
            {
                var needed = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
                return needed > back ? bytes.Length - back : bytes.Length;
            }
        }

        return bytes.Length;
    }
}
