using System.Text;
using System.Text.Unicode;

namespace LoyaltyAdmin.Platform.Csv;

/// <summary>Finds out how a text file is encoded: by its mark, by zero bytes (UTF-16), by validity as UTF-8, else Windows-1251.</summary>
public static class TextEncodings
{
    private const int Chunk = 1 << 16;

    /// <summary>So many strange signs are a slip, not a kind of file.</summary>
    private const int Few = 4;

    /// <summary>The encodings that a person can choose from.</summary>
    public static IReadOnlyList<string> Choices { get; } = ["utf-8", "windows-1251", "windows-1252", "ibm866", "utf-16"];

    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Makes the encodings of old Windows and Excel files known to the program.</summary>
    public static void Register() => Encoding.GetEncoding(1251);

    /// <summary>An encoding by its name on the web.</summary>
    /// <exception cref="ArgumentException">There is none of this name.</exception>
    public static Encoding Named(string name) => Encoding.GetEncoding(name);

    /// <summary>Reads as much as it takes, all of a file without a mark, and leaves the stream at its beginning.</summary>
    /// <exception cref="UnreadableTableException">It is no text.</exception>
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

        // Without a mark: delimiters, digits and line ends are Latin, so every other of their bytes is zero.
        var (even, odd, control) = (0, 0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == 0)
            {
                _ = i % 2 == 0 ? even++ : odd++;
            }
            else if (bytes[i] is < 0x20 and not (0x09 or 0x0A or 0x0C or 0x0D or 0x1A))
            {
                control++;
            }
        }

        var (more, fewer) = (Math.Max(even, odd), Math.Min(even, odd));
        if (more >= Few && more * 20 >= bytes.Length && fewer * 20 <= more)
        {
            return odd > even ? Encoding.Unicode : Encoding.BigEndianUnicode;
        }

        // A slip of the sender leaves a few such signs; a picture or a program is full of them.
        var strange = more + fewer + control;
        return bytes.StartsWith("%PDF-"u8) || (strange > Few && strange * 50 > bytes.Length)
            ? throw new UnreadableTableException(TableProblem.NotATable)
            : null;
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
