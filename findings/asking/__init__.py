"""What a reader asked, and how it is refused.

parameters  the parameters of an address, read with care
worn        an address as it was before a mail or a chat wore it
facets      the ways to narrow a list of records
faceted     what every question has in common: options, chips, addresses
query       a list of records
timeline    the timeline
map         the map
comparison  records or audiences side by side
paper       a board paper
front       its front sheet
printed     the day on which a paper was printed
short       the records of a paper as a short address
typed       a text that a reader types into one
lens        who is asking, and what of a record is told to them first
answers     the three questions of the start
since       what changed since a day
strict      the same for data: what isn't known or can't be read is refused by name
orders      the orders in which the database gives a list
rescues     a query that finds nothing, and what to take away
sentences   a query as a sentence
problems    refusals for programs
bitmaps     which records bear which value, as bits
reader      who reads a record, where the address says it: kept from the list or the audience page
"""
