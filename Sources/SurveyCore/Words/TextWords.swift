extension Words {
  /// What is said by text message. A phone may be shared or watched: nothing here says why
  /// somebody is asked, or repeats what they said.
  public struct Texts: Sendable {
    /// The first text: who asks, what it costs, that nobody is reading right now, where help is.
    public let invitation: ForReader<Template>
    /// The first text again, once, shorter.
    public let stillInvited: Template
    /// After the first reply: who reads it, what we must pass on, how to reply. Read before the
    /// first question.
    public let about: ForReader<Template>
    /// The one fixed reply to words that may tell of harm: the same whatever was said.
    public let safe: ForReader<Template>
    public let help: ForReader<Template>
    public let thanks: ForReader<Template>
    public let stopped: String
    public let declined: String
    public let wrongNumber: String
    /// To a number that no conversation is held with.
    public let unknown: Template
    /// After the conversation has ended: what came is kept.
    public let closed: Template
    public let reminder: String
    /// Before the next question, when no answer could be made of several replies.
    public let movedOn: String
    public let languages: String

    // How to reply, under the question.
    public let several: String
    public let ownWords: String
    public let scale: Template

    // Asked again: first in a sentence, then in fewer words.
    public let begin: String
    public let pick: Template
    public let pickShort: Template
    public let pickSeveral: Template
    public let pickSeveralShort: Template
    public let write: String
    public let tooLong: String
  }
}
