"""What is said in readers' words of what is stored; page, data and paper read it here.

edition      one version of a record
names        what the slugs in a row stand for
differences  what two editions say differently
changes      what changed since a day
coverage     where the records are thick and where they are thin
briefs       what fits on one sheet for an audience
alike        in which of their parts records say the same
quoting      a record as one cites it
papers       the records of a board paper
aged         what became of the records of a printed paper
works        the works that a paper cites, each once
map          what is published, as a chart
absence      what is said of something that is gone
evidence     what kind of evidence a record rests on, and how much
audiences    what the page of an audience says
excerpts     the first of many records, with the number of all
gathering    links and addressings under their headings
uses         what cites a source and its passages
ledger       a list as a ledger: one line a record
norms        what most records of a list share
actions      what a reader could do, and what others lead
minute       what the reader of an audience page takes away in one minute
side         one side for the next meeting
weaving      the threads of the three questions
quotations   whether words stand in a record, or ever stood there
diary        the days that matter to some records, for a calendar
rows         the rows of a list as whoever asked reads them, and the ways to narrow it
"""
