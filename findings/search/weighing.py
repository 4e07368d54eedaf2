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
actually advice advise again ago all already also always another anybody anyone anything anyway
approach approaches arrive article asked asking available aware away back bad based become becomes
began begin behind believe best better between big bit both bring brings call came cannot case
cause come comes compare concern concerns consider contain could cover covered current currently
day days deal deciding define definition depend depends describe described despite details
different differently difficult discuss done down during each easier easily easy effect either
else elsewhere end enough ensure especially etc even ever every everybody everyone everything
exactly example examples expect expected experience explore face fact facts far feel few find
finding findings fine first fit follow forward found full further gave general generally get gets
getting give given gives go goes going gone good got great guidance guide happen happened
happening happens hard hear help helps here hold hope idea ideas identify imagine impact important
improve include included including indeed information inside instance instead interested involve
involved involves issue issues its job just keep kept key kind kinds know known large last late
later latest least left less let like likely list little local long look looking lot lots made
main make makes making many mean means meant member mention mentioned mentions might mine mostly
move much must myself name named near necessary need needed needs never new next nobody nothing
notice now number offer often okay old once one ones only onto order other others otherwise ought
ourselves overall part particular people perhaps person piece please point points possible
practical practically practice practices prefer previous probably problem problems proper properly
provide put question questions quick quickly quite rather reach read real reality really reason
reasons recent recently recommend recommendation recommendations recommended recommends record
records regard regarding related relation relevant remain remember report reported reports require
required respond right role said saw say saying says see seem seen sense sensible set several show
showed showing shown shows side simply since single site situation solution solve somebody somehow
someone something sometimes somewhat soon sort source sources specific start started state stated
still stop stuff subject successful successfully such suggest suggested suggests summary sure
tackle take taken takes talk talking tell tells term terms thank thanks thing things think
thinking thought tip tips today told took topic toward towards tried true truth try trying turn
type typical unable under understand until up upon us use used useful using usual usually various
versus via view views want wanted wants way ways well went whatever whether whole widely within
without wonder word words work worked working works worth writes written wrong year years yes yet
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
