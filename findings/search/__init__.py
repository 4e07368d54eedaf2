"""Finding records by words.

upkeep     keeps the index in step with the records, in the same transaction
lexicon    the words of what is published: which exist, how rare they are, how they are spelt
resolving  what a reader typed, with synonyms and spelling settled, before any record is sought
ranking    the best first, the same on both databases
beside     gaps, terms and developments that match
related    records like this one
misses     words that found nothing, for the editors
"""
