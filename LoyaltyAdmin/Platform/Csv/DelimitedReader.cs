namespace LoyaltyAdmin.Platform.Csv;

/// <summary>
/// Text with commas, semicolons or tabs between the cells, in any of the usual encodings. Cells in quotation marks may
/// hold delimiters and line breaks. A mark that is never closed costs its own line, not the rest of the file, which is
/// why no general library reads it: those take all that follows for one cell.
/// </summary>
public sealed class DelimitedReader : TableReader
{
    private const int LongestCell = 1 << 16;
    private const int LongestRow = 1 << 22;
    private readonly Stream file;
    private readonly StreamReader reader;
    private readonly List<Field> fields = [];
    private readonly char delimiter;
    private char[] buffer = new char[1 << 16];
    private int start;
    private int filled;
    private int next;

    internal DelimitedReader(Stream file, TableOptions options)
    {
        this.file = file;
        var encoding = options.Encoding is { } name ? TextEncodings.Named(name) : TextEncodings.Detect(file);
        reader = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
        Fill();
        delimiter = FindDelimiter();
        delimiter = options.Delimiter ?? delimiter;
        Format = new TableFormat(false, encoding.WebName, delimiter, [], null);
        if (Read())
        {
            TakeColumns();
        }
    }

    public override TableFormat Format { get; }

    public override int Count => fields.Count;

    public override double Share => file.Length == 0 ? 1 : file.Position / (double)file.Length;

    public override Cell this[int index]
    {
        get
        {
            if (index >= fields.Count)
            {
                return default;
            }

            var (from, length, hasDoubledQuotes) = fields[index];
            var text = buffer.AsSpan(start + from, length);
            return new Cell(hasDoubledQuotes ? text.ToString().Replace("\"\"", "\"", StringComparison.Ordinal) : text);
        }
    }

    public override bool Read()
    {
        do
        {
            start += next;
            next = 0;
            if (!Reach(0))
            {
                return false;
            }

            Row++;
            IsMalformed = false;
            fields.Clear();
            if (!ParseRow())
            {
                IsMalformed = true;
                TakeLine();
            }
        }
        while (fields.TrueForAll(f => f.Length == 0) && !IsMalformed);
        return true;
    }

    protected override void Dispose(bool disposing) => reader.Dispose();

    /// <summary>Splits the row that begins at <see cref="start"/>; false if its quotation marks do not pair.</summary>
    private bool ParseRow()
    {
        var at = 0;
        while (true)
        {
            var end = Reach(at) && buffer[start + at] == '"' ? QuotedCell(at + 1) : BareCell(at);
            if (end < 0)
            {
                return false;
            }

            if (!Reach(end) || buffer[start + end] != delimiter)
            {
                next = AfterLineBreak(end);
                return true;
            }

            at = end + 1;
        }
    }

    private int BareCell(int from)
    {
        var at = from;
        while (true)
        {
            var found = buffer.AsSpan(start + at, filled - start - at).IndexOfAny(delimiter, '\r', '\n');
            if (found >= 0)
            {
                at += found;
                break;
            }

            at = filled - start;
            if (!Reach(at))
            {
                break;
            }
        }

        fields.Add(new Field(from, at - from, HasDoubledQuotes: false));
        return at;
    }

    private int QuotedCell(int from)
    {
        var hasDoubledQuotes = false;
        for (var at = from; at - from <= LongestCell && Reach(at); at++)
        {
            var found = buffer.AsSpan(start + at, filled - start - at).IndexOf('"');
            if (found < 0)
            {
                at = filled - start - 1;
                continue;
            }

            at += found;
            if (!Reach(at + 1) || buffer[start + at + 1] != '"')
            {
                fields.Add(new Field(from, at - from, hasDoubledQuotes));
                var ends = !Reach(at + 1) || buffer[start + at + 1] == delimiter || buffer[start + at + 1] is '\r' or '\n';
                return ends ? at + 1 : -1;
            }

            hasDoubledQuotes = true;
            at++;
        }

        return -1;
    }

    /// <summary>Takes the first line from <see cref="start"/> as one single cell.</summary>
    private void TakeLine()
    {
        fields.Clear();
        var at = 0;
        while (Reach(at) && buffer[start + at] is not ('\r' or '\n'))
        {
            at++;
        }

        fields.Add(new Field(0, at, HasDoubledQuotes: false));
        next = AfterLineBreak(at);
    }

    private int AfterLineBreak(int at)
    {
        if (!Reach(at))
        {
            return at;
        }

        return buffer[start + at] == '\r' && Reach(at + 1) && buffer[start + at + 1] == '\n' ? at + 2 : at + 1;
    }

    /// <summary>Makes sure that the character at this distance from the row's beginning is in the buffer; false beyond the end of the file.</summary>
    private bool Reach(int at)
    {
        while (start + at >= filled)
        {
            if (!Fill())
            {
                return false;
            }
        }

        return true;
    }

    private bool Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            (filled, start) = (filled - start, 0);
        }

        if (filled == buffer.Length)
        {
            if (filled >= LongestRow)
            {
                throw new UnreadableTableException(TableProblem.LineTooLong);
            }

            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = reader.Read(buffer, filled, buffer.Length - filled);
        filled += read;
        return read > 0;
    }

    /// <summary>The sign that parts the names of the columns; Excel may name it in a line of its own (<c>sep=;</c>).</summary>
    private char FindDelimiter()
    {
        var text = buffer.AsSpan(0, filled);
        if (text.Length > 4 && text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            Row = 1;
            next = AfterLineBreak(5);
            return text[4];
        }

        ReadOnlySpan<char> candidates = [',', ';', '\t', '|'];
        Span<int> counts = stackalloc int[4];
        var quoted = false;
        foreach (var c in text)
        {
            quoted ^= c == '"';
            var candidate = quoted ? -1 : candidates.IndexOf(c);
            if (candidate >= 0)
            {
                counts[candidate]++;
            }
            else if (!quoted && c is '\r' or '\n')
            {
                break;
            }
        }

        var best = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            best = counts[i] > counts[best] ? i : best;
        }

        return candidates[best];
    }

    /// <summary>A cell as its distance from the row's beginning and its length.</summary>
    private readonly record struct Field(int From, int Length, bool HasDoubledQuotes);
}
