"""The one writer: whatever readers can see is written through here, whoever asks.

fields      the kinds of value in a row, and relations, which lead from a row to others
rows        a thing with all that belongs to it as plain, readable values, and back
nouns       what a row of each noun holds
references  identifiers, issued once
rules       what must hold across tables before readers see a record
states      draft, in review, published, withdrawn
rechecks    what a development has put in question, until an editor decides
versions    every save kept whole; what readers saw bears a number
loading     fixtures into tables, without overwriting an editor
"""
