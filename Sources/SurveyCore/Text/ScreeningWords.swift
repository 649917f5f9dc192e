/// What harm, fear and danger sound like in short texts. `hit*` stands for every word that begins
/// so; apostrophes, accents and capitals do not matter.
///
/// Each list begins with what children say. Words that also mean something harmless are in on
/// purpose. No native speaker has checked any list but the English, and every authority should
/// read them with its own safeguarding lead.
enum ScreeningWords {
  static let all = [english, welsh, arabic] + others

  static let english = [
    // Being hurt.
    "hit", "hits", "hitting", "hurt*", "beat", "beats", "beating", "beaten", "smack*", "slap*",
    "punch*", "kick*", "bite", "bites", "bit me", "push* me", "pushes", "shov*", "chok*",
    "strangl*", "suffocat*", "burn*", "throw* things", "throws", "threw", "drag*", "grab*",
    "pull* my hair", "bruis*", "bleed*", "blood", "broke my", "broken arm", "broken bone*",
    "black eye", "belt", "whip*", "attack*", "assault*", "abus*", "violen*", "tortur*",
    // Being touched.
    "touch*", "rape*", "raping", "molest*", "grope*", "groom*", "naked", "nude*", "undress*",
    "private part*", "privates", "bed with me", "my bed", "in my room at night", "sex*",
    "kisses me",
    "kissed me", "pics of me", "pictures of me", "photos of me", "dick pic*", "makes me do",
    "made me do", "made me touch", "dont tell anyone", "do not tell anyone", "not to tell",
    "keep it secret", "secret", "secrets", "our secret", "pregnan*", "forced me", "forces me",
    // Wanting to die, and hurting oneself.
    "suicid*", "kill*", "kms", "want to die", "wanna die", "wish i was dead", "wish i were dead",
    "wish i wasnt here", "dont want to be here", "dont want to live", "dont wanna live",
    "not want to live", "dont want to be alive", "better off dead", "better off without me",
    "end my life", "end it", "end it all", "ending it", "take my life", "no point living",
    "no reason to live", "cant go on", "cant do this anymore", "cant take it", "cant cope",
    "give up", "self harm*", "selfharm*", "cut myself", "cutting", "cutting myself", "cuts myself",
    "overdos*", "od", "took pills", "tablets", "pills", "hang myself", "jump off", "die", "dying",
    "dead", "death", "disappear*", "hate myself", "hate my life",
    // Fear and danger.
    "scar*", "afraid", "frighten*", "terrif*", "fear*", "unsafe", "not safe", "dont feel safe",
    "never safe", "isnt safe", "danger*", "emergency", "help me", "please help", "pls help",
    "help please", "i need help", "need help", "save me", "999", "112", "police", "ambulance",
    "knife", "knives", "gun", "guns", "weapon*", "stab*", "shoot*", "shot", "murder*", "threat*",
    "going to get me", "follow* me", "stalk*", "blackmail*", "hostage", "kidnap*", "make it stop",
    "make him stop", "make her stop", "make them stop", "wont stop", "stop him", "stop her",
    // Running away, being shut in or out, being left without.
    "run away", "running away", "ran away", "runaway", "running off", "run off", "missing",
    "leave home", "leaving home", "kicked out", "kick me out", "throw me out", "thrown out",
    "homeless", "nowhere to go", "nowhere to sleep", "lock* me", "locked in", "locked out",
    "lock* up", "tied up", "tie* me", "starv*", "hungry", "no food", "nothing to eat",
    "not eaten", "dont feed", "no heating", "left alone", "on my own all", "home alone",
    "drunk", "drinking", "drugs", "drug", "weed", "cocaine", "heroin", "gang", "gangs",
    "county lines",
    "carry drugs", "trap house", "forced marriage", "get married", "marry", "fgm", "circumcis*",
    "honour", "bully*", "bullie*", "domestic", "shouts at me", "screams at me", "hates me",
    "wont leave me", "not leave me alone", "never leave me", "never leaves me", "to leave me alone",
    "remove me from my", "remove me from home", "take me away", "taking me away", "taken away",
    "hurting", "cry every", "cant sleep", "nightmares", "not coping",
  ]

  static let welsh = [
    // Being hurt and touched.
    "brifo", "frifo", "mrifo", "brifo fi", "bwrw", "fwrw", "mwrw", "taro", "daro", "nharo",
    "curo", "guro", "nghuro", "cicio", "gicio", "nghicio", "dyrnu", "slapio", "gwthio fi",
    "llosgi", "losgi", "gwaed", "clais", "cleisiau", "gleisiau", "tagu", "dagu", "trais", "drais",
    "treisio", "cam drin", "gam drin", "cham drin", "camdrin*", "gamdrin*", "cyffwrdd", "gyffwrdd",
    "nghyffwrdd", "noeth", "cyfrinach", "gyfrinach", "gorfodi", "fy ngwely",
    // Wanting to die, fear, danger.
    "lladd", "ladd", "marw", "farw", "hunanladdiad", "hunan niweidio", "hunan niwed",
    "torri fy hun",
    "dim eisiau byw", "ddim eisiau byw", "ddim isio byw", "ddim am fyw", "ofn", "ofnus", "dychryn",
    "ddim yn saff", "ddim yn ddiogel", "anniogel", "perygl", "berygl", "mherygl", "peryglus",
    "beryglus", "helpa fi", "helpwch fi", "helpwch", "angen help", "angen cymorth", "heddlu",
    "ambiwlans", "cyllell", "gyllell", "dryll", "bygwth", "fygwth", "arf", "argyfwng",
    // Running away, being shut in, being left without.
    "rhedeg i ffwrdd", "rhedeg bant", "dianc", "gadael cartref", "cloi fi", "fy nghloi", "dan glo",
    "llwgu", "dim bwyd", "meddw", "cyffuriau", "gyffuriau", "digartref", "bwlio", "fwlio",
    "ar fy mhen fy hun", "dim unman i fynd", "unman i gysgu", "casau fi", "crio bob",
  ]
}
