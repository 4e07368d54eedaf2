"""The API: what the site says, as data, at /api/v1/. Read only, without a key.

operations     every address: its view, its parameters and what it answers
parameters     what may be asked, as OpenAPI describes it
shapes         what is answered, as JSON Schema
record_shapes  of records and their versions
noun_shapes    of all that a record leads to, and of lists
document       the OpenAPI document, made of these
docs           the same as a page
answers        what all views share: strict parameters, pages of a list
records        the views of records, their versions and facets
nouns          of audiences, roles, themes, sources, events, gaps and terms
changes        of what changed
dump           of everything at once
mcp            messages of the Model Context Protocol, for programs that talk
tools          what such a program may ask for
limits         how much one client may ask for in a minute
middleware     what every answer of the API carries
urls           the routes, made of the operations
"""
