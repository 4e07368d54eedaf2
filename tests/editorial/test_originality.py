from findings.editorial.originality import fingerprint, paragraphs, shared_runs

SOURCE = "One two three four five six seven eight nine ten. Eleven twelve."


def test_a_run_of_eight_shared_words_is_found_whatever_its_punctuation():
    ours = "We say: one TWO three—four, “five” six seven; eight!"
    assert shared_runs(ours, SOURCE) == ["one two three four five six seven eight"]


def test_seven_shared_words_are_no_run():
    assert shared_runs("one two three four five six seven nine", SOURCE) == []


def test_overlapping_runs_are_reported_as_one():
    ours = "So one two three four five six seven eight nine ten it was"
    assert shared_runs(ours, SOURCE) == ["one two three four five six seven eight nine ten"]


def test_two_runs_apart_are_two():
    source = "a b c d e f g h. i j k l m n o p."
    ours = "a b c d e f g h and then i j k l m n o p"
    assert shared_runs(ours, source) == ["a b c d e f g h", "i j k l m n o p"]


def test_curly_and_straight_apostrophes_are_the_same_word():
    source = "it’s a b c d e f g"
    assert shared_runs("it's a b c d e f g", source) == ["it's a b c d e f g"]


def test_the_fingerprint_ignores_quotes_spaces_and_composition():
    assert fingerprint("caf\u00e9 “so”  it’s\n") == fingerprint('cafe\u0301 "so" it\'s')
    assert fingerprint("abc") == (
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )


def test_paragraphs_are_set_apart_by_empty_lines():
    assert paragraphs("a\nb\n\n \nc\n") == ["a\nb", "c\n"]
