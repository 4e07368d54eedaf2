"""Words without records.

markdown      the small Markdown of longer texts
alphabets     letters of another alphabet that look like ours
pasted        text as it comes out of another program: what nobody sees, lists
explaining    running text, with the words that need it explained
lines         what the end of a line must not part
diffing       the difference between two texts
merging       two people's changes to one row, brought together
recommending  the longer texts that only a recommendation has
days          a past day at which a reader looks, and how a day is spelt
phrases       sentences that stand on pages and on paper alike, each said once
"""
