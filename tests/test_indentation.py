from django.template import engines
from django.template.loader import get_template

from ics_leadership.indentation import without


def test_a_template_is_read_without_its_indentation_and_lines_of_control():
    text = "<ul>\n  {% for x in xs %}\n    <li>{{ x }}</li>\n\n  {% endfor %}\n</ul>\n"
    assert without(text) == "<ul>\n{% for x in xs %}<li>{{ x }}</li>\n{% endfor %}</ul>\n"


def test_words_that_stand_on_lines_of_their_own_stay_apart():
    text = "<b>one</b>\n  {% if two %}\n  <b>two</b>\n  {% endif %}\n<i>{{ three }}</i>\n"
    template = engines["django"].from_string(without(text))
    assert template.render({"two": True}) == "<b>one</b>\n<b>two</b>\n<i></i>\n"
    assert template.render({"two": False}) == "<b>one</b>\n<i></i>\n"


def test_our_pages_are_read_so():
    assert "\n " not in get_template("errors/404.html").template.source
