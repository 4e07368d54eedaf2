"""What readers read as data: plain dicts of JSON values, their keys in one fixed order.

Every form of output that holds data (the API, .json, .csv, .xlsx, the dump) is made of these, so
that no two forms can disagree. A record has one shape, in a list and by itself: a shorter one
for lists would be a second thing to learn, and it isn't needed, for all of a list is read in a
constant number of queries for each 200 records.

Dates are ISO 8601. A controlled word is {"value", "label"}. What there is none of is null, or an
empty list or text; no key is ever left out.

origin        where the data is read: addresses, licence, knowledge date
mentions      a thing in short, where another leads to it
records       a record, or all that a Query finds
around        what stands around a record on its page
versions      a version of a record, with what it said then
columns       a record as one row of a table
tables        all other nouns as rows of tables
changes       what changed, with the words that differ
facets        the ways to narrow a list, counted
answers       sentences that answer a question
audiences     an audience, with the editors' texts for it
roles         a role
themes        a theme
sources       a work and its passages
developments  an event
gaps          what the sources do not say
law           a line of where the law stands
terms         a word of the glossary
"""
