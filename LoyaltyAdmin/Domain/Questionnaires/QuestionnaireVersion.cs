namespace LoyaltyAdmin.Domain.Questionnaires;

/// <summary>A questionnaire as it was published, or the draft of the next one.</summary>
public sealed class QuestionnaireVersion
{
    public int Id { get; init; }

    /// <summary>1, 2, 3 … as people name it; 0 is the draft, of which there is one.</summary>
    public int Number { get; private set; }

    public required Questionnaire Content { get; set; }

    /// <summary>From when on it is asked (UTC); null for the draft.</summary>
    public DateTime? From { get; private set; }

    /// <summary>What changed, in the words of who published it.</summary>
    public string? Note { get; private set; }

    public string? PublishedBy { get; private set; }

    /// <summary>Rises with each change of the draft, to detect that two changed it at once.</summary>
    public int Revision { get; set; }

    /// <summary>Makes the draft what is asked from now on.</summary>
    /// <param name="number">One more than the last.</param>
    /// <param name="content">The content with the versions of its consents' texts.</param>
    /// <param name="now">From when on (UTC).</param>
    /// <param name="note">What changed.</param>
    /// <param name="author">Who publishes.</param>
    public void Publish(int number, Questionnaire content, DateTime now, string note, string author)
    {
        if (From is not null)
        {
            throw new InvalidOperationException($"Version {Number} is published already.");
        }

        (Number, Content, From, Note, PublishedBy) = (number, content, now, note, author);
        Revision++;
    }
}
