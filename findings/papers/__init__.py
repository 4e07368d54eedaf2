"""Board papers: records that somebody puts in order, with a title, contexts and owners.

The address is the paper; nothing of it is stored. What stands in it is somebody's own, so it is
never logged either (see ics_leadership.private).

paper    what the address says, parsed once
entries  the records that it names, as they stand today
"""
