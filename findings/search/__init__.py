"""Finding records by words.

upkeep      keeps the index in step with the records, in the same transaction
counted     in how many records each stem stands, kept up with the records that change
lexicon     the words of what is published: which exist, how rare they are, how they are spelt
resolving   what a reader typed, with synonyms and spelling settled, before any record is sought
ranking     the best first, the same on both databases
beside      gaps, terms and developments that match
related     records like this one
misses      words that found nothing, for the editors
hits        what is shown of a record that was found
judging     how well the search finds what it should
workbench   what a change does to the judged queries, tried before it is saved
cautions    what gives pause in a group of words
releases    what the search of each release scored
references  references as readers paste them, in any dress
joints      what some write as one word and others as two
ways        ways in: what a reader may say for what the records say
answers     sentences of published texts that answer a question
near        what shares a word with a question that no record answers
weighing    what a question is about: asking words weigh nothing, the rare word decides
"""
