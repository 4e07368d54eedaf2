"""The API: what the site says, as data, at /api/v1/. Read only, without a key.

operations  every address: its view, its parameters and what it answers
shapes      what it answers, as JSON Schema
document    the OpenAPI document, made of these
docs        the same as a page
answers     what all views share: strict parameters, pages of a list
records, nouns, changes, dump, document   the views
limits      how much one client may ask for in a minute
middleware  what every answer of the API carries
"""
