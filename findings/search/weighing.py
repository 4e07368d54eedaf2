"""What a question is about: the words that only ask weigh nothing, and the rare word decides."""

from findings.fulltext import words

# With fewer records than this for all the words, those that hold enough of them are added.
FEW = 5
# Enough is this share of the weight of all that was asked for. Two words of which the rarer is
# held make up half at least; common words alone never do.
ENOUGH = 0.5
# Weights are whole numbers, so that both databases add them up alike.
UNITS = 1000

# Words that ask, or that any question about anything might hold. They are looked for only where
# nothing else is: in the records some of them say much, in a question they say nothing.
ASKING = """
above absolutely achieve across actually add additional advice advise after again against ago
ahead all along alongside already also although always among another anybody anyone anything
anyway anywhere apart approach approaches appropriate around arrive article aside asked asking
attempt available avoid aware away back bad based basically become becomes began begin
behind believe below best better between beyond big bit boost both brilliant bring brings call
came cannot case cause certain come comes compare completely concern concerns consider constantly
contain continually cope could cover covered create crucial current currently day days deal
deciding define definitely definition depend depends describe described despite details different
differently difficult discuss done down during each easier easily easy effect effective
effectively either else elsewhere encourage end enough ensure ensuring entire especially
essential establish etc even eventually ever every everybody everyone everything everywhere
exactly example examples excellent expect expected experience explore extra face fact facts far
feel few finally find finding findings fine first fit fix follow forward found frequently
full fundamental further gave general generally get gets getting give given gives go goes going
gone good got gradually great grow guidance guide handle happen happened happening happens hard
hear help helpful helps hence here hold hope huge idea ideal ideas identify imagine immediately
impact implement important improve include included including increase increasingly indeed
information initially inside instance instead interested introduce involve involved involves
issue issues its job just keep kept key kind kinds know known large last late later latest least
left less let like likely list little local long look looking lot lots made main maintain major
make makes making many massive mean means meant member mention mentioned mentions might mine
minor modern moreover mostly move much multiple must myself name named near necessary need needed
needs never new next nobody nothing notice now nowadays nowhere number numerous obviously offer
often okay old once one ones ongoing only onto order other others otherwise ought ourselves
overall overcome part particular people per perhaps person piece please plus point points
possible practical practically practice practices prefer previous probably problem problems
promote proper properly provide put question questions quick quickly quite rarely rather reach
read real realistic reality really reason reasons recent recently recommend recommendation
recommendations recommended recommends record records reduce regard regarding related relation
relevant remain remember report reported reports require required respond right role said saw say
saying says see seem seen sense sensible seriously set several show showed showing shown shows
side significant simply since single site situation slightly solution solve somebody somehow
someone something sometimes somewhat somewhere soon sort source sources specific start started
state stated still stop strengthen strong stronger stuff subject substantial successful
successfully such suddenly suggest suggested suggests summary sure tackle take taken takes talk
talking tell tells term terms thank thanks therefore thing things think thinking thought thus tip
tips today told took top topic total totally toward towards tricky tried true truly truth try
trying turn twice type typical ultimately unable under understand unless unlikely until up upon
us use used useful using usual usually various versus via view views vital want wanted wants way
ways well went whatever whenever whereas wherever whether whilst whole widely within without
wonder wonderful word words work worked working works worse worst worth writes
written wrong year years yes yet
"""
STEMS = frozenset(words.stem(word) for word in ASKING.split())


def about(clauses):
    """The clauses without those that only ask, unless nothing else is there."""
    left = [clause for clause in clauses if not asks(clause)]
    return left or clauses


def asks(clause):
    """Whether it is one word, in no quotes and with no other meaning, that only asks."""
    return not clause.quoted and len(clause.phrases) == 1 and is_asking(clause.phrases[0])


def is_asking(stems):
    return len(stems) == 1 and stems[0] in STEMS


def weights(clauses, lexicon):
    """{clause: its weight}, never nothing: a meaning is as rare as its commonest phrase."""
    return {
        clause: max(1, round(min(map(lexicon.rarity, clause.phrases)) * UNITS))
        for clause in clauses
    }


def enough(weights):
    """The weight that a record must hold to be about what was asked."""
    return max(1, round(sum(weights.values()) * ENOUGH))
