import SurveyCore
import Testing

struct ScreeningTests {
  @Test(arguments: [
    "he hits me", "My step dad HIT me", "i want to die", "wanna die", "im scared to go home",
    "dont feel safe", "she locked me in", "he touches me", "ive been cutting myself",
    "i ran away", "help me", "theres blood", "kms", "make it stop", "nothing to eat",
    "he said dont tell anyone", "🔪", "he wont leave me alone", "they want to remove me from my mum",
    "he keeps huuuurting me",
    "mae ofn arna i", "mae e'n fy mrifo", "dw i ddim yn saff", "أبي يضربني", "ويضربني",
    "أنا خائفة", "أريد أن أموت", "tata mnie bije", "boję się", "mi-e frică", "мені страшно",
    "я боюся", "مجھے ڈر لگتا ہے", "می‌ترسم", "waan baqayaa", "tengo miedo", "j'ai peur",
    "tenho medo", "korkuyorum", "kam frikë",
  ])
  func `what harm sounds like is found`(_ text: String) {
    #expect(Screening.finds(in: text))
  }

  @Test(arguments: [
    "", "5", "good", "she listens to me", "More time together", "ok thanks",
    "the same worker please",
    "I like it when we play games", "Mae hi'n garedig", "mor dda", "شكرا", "هي لطيفة", "dziękuję",
    "mulțumesc", "дякую", "gracias", "merci", "Sir is nice", "I don't go to school", "👍",
    "be on time", "tell me what happens next",
  ])
  func `plain answers are let alone`(_ text: String) {
    #expect(!Screening.finds(in: text))
  }
}
