/// Words with a capital that name nobody, in English and Welsh: those that sentences begin with,
/// and a few that always have one. What is not here is offered to be checked, which costs a glance.
enum OrdinaryWords {
  /// Words that a name follows.
  static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "doctor", "sir", "auntie", "aunty", "uncle", "pc", "called",
    "named", "judge",
  ]

  static let all: Set<String> = Set(
    "\(people) \(small) \(doing) \(saying) \(describing) \(welsh)".split(separator: " ")
      .map(String.init))

  private static let people = """
    i i'm i've i'd i'll im ive id he he's she she's it it's its we we're we've you you're they \
    they're they've my your our their his her hers me us them mine someone somebody everyone \
    everybody nobody anyone people kids children parents family families social worker workers \
    mum mam mom dad nan nana gran grandad grandma brother sister mummy daddy teacher staff \
    manager managers council service services police school health
    """
  private static let small = """
    a an the this that these those there there's here what what's when where who who's why how \
    which and but or so because if as at by for from in into of on off out over to too up with \
    without about after again all also always any before both each even every few first just \
    last less like long lots many maybe more most much never next no nobody none nor not nothing \
    now often ok okay once one only other others perhaps please quite really same several since \
    some something sometimes soon still such sure then though through thanks thank time \
    today together tomorrow twice two three four five six seven eight nine ten eleven twelve \
    under until very well while yes yesterday yet one's
    """
  private static let doing = """
    am are be been being can can't cannot could couldn't did didn't do does doesn't doing don't \
    dont get gets getting give given go goes going got had has hasn't have haven't having help \
    helped helping is isn't keep keeps know knows let let's make makes making may might must need \
    needs put seen send sends should shouldn't start stop take takes taking want wanted wants was \
    wasn't were weren't will won't would wouldn't come comes coming work working
    """
  private static let saying = """
    ask asked asking answer call calling explain explained hear listen listened listening phone \
    reply ring say says said seeing see speak spoke talk talked talking tell telling text think \
    thinks told try trying understand visit wait waiting write writing
    """
  private static let describing = """
    thing things day days week weeks month months year years bad better best boring easier \
    fewer friendly good great happy hard honest kind late nice \
    quick quicker sad shorter slow slower supervision caseload caseloads recording admin forms \
    meetings meeting thresholds referral referrals training feedback everything nothing support
    """
  private static let welsh = """
    a ac ar am beth byddai bydd dw dwi doedd dydy dyw diolch dim dylai dylen dylech ein eich ei eu \
    fe fi fy gallai gallech gofyn gofynnwch gwrando gwrandewch hoffwn mae maen mi mwy nid neu ni \
    nhw o os pan pam peidiwch plis roedd rwy rydw rwyf rwy'n siarad sut wrth weithiau y yn yr \
    dywedwch dweud helpu rhowch
    """
}
