"""What editors are helped with.

advice       what might be better about a record; never a command
bringing     what becomes of the rows of a file, batch by batch
coming       days that have to have come
columns      what each column of a table of rows holds
due          which verdicts are to be looked at again, and when
importing    rows of one noun as a file, and back
link_check   whether the addresses of other sites still answer
visiting     an address of another site, and never one of our own network
originality  whether our words are our own
rights       who may do what in the admin
groups       the groups, made to hold these rights
second_step  a code of the editor's phone besides the password
attempts     slows down whoever guesses passwords
"""
