import json

from hypothesis import given
from hypothesis import strategies as st

from findings.formats.linked_data import block


@given(st.text())
def test_no_text_ends_the_element_that_holds_it(text):
    made = block({"name": text + "</script><!--", "empty": "", "none": None})
    assert not set(made) & set("<>&\u2028\u2029")
    assert json.loads(made) == {"name": text + "</script><!--"}
