"""The one writer: whatever readers can see is written through here, whoever asks.

fields         the kinds of value in a row, and relations, which lead from a row to others
rows           a thing with all that belongs to it as plain, readable values, and back
nouns          what a row of each noun holds
record_fields  what a row of a record holds
references     identifiers, issued once
rules          what must hold across tables before readers see a record
states         draft, in review, published, withdrawn
rechecks       what a development has put in question, until an editor decides
versions       every save kept whole; what readers saw bears a number
loading        fixtures into tables, without overwriting an editor
edits          an editor's change to a record, merged and held until it is published
traces         an edit that nobody publishes: kept, and its author told
refusals       what a database says that refuses a row, in an editor's words
relations      what leads from a row to others
themes         themes merged into one, with all that names them
saving         two editors at once, for every noun but records
schedule       what is published at a set time
batches        many rows read and written with few queries
rehearsing     a long write that keeps nobody waiting
undoing        trying something in the tables that leaves no trace
unsound        rows that are left out of all that readers see
erasing        the text of one version, taken away for ever, from the files too
deleting       a record that readers never saw, taken away with all that belongs to it
knowledge      nothing of a day later than the editors have read
"""
