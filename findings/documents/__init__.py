"""What the site's pages say, as documents for Word and PDF, and as slides.

Records, versions and lists are made of their representations, so paper says what the API and the
tables say; briefs and board papers are made of what their pages read. The words that explain
labels are those of the vocabulary, as on the pages.

prose     a longer text of a record as blocks
marks     what stands on every record: kind, audiences, whether it holds
entries   another record in short
verdicts  whether it holds, and why
sources   where it comes from
history   its versions, and the past day looked at
records   a record
versions  a version of a record
lists     all that a Query finds, up to a limit
excel     a list as an Excel file: what explains it, and what people read
papers    a board paper
decks     slides of an audience and of a board paper
closing   what stands at the end of every file
briefs    the brief of an audience
sides     one side for the next meeting
law       where the law stands as a document: audience by audience, line by line
"""
