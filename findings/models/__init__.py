from .attempt import Attempt
from .audience import Addressing, Audience, AudienceChange, AudienceNote, Question
from .citation import Citation
from .development import Development
from .edit import Edit
from .former_theme import FormerTheme
from .gap import Gap
from .home import HomePage, HomePlace
from .judged_query import JudgedQuery
from .kinds import PROXIES, Finding, Recommendation, Skill
from .law_line import LawLine
from .link import Link
from .loaded import LoadedRow
from .overruling import Overruling
from .record import Record
from .reference import Reference
from .role import RoleReading
from .search import Miss, Pin, SearchRow, Synonym
from .source import Passage, Source
from .term import Term
from .theme import RecordTheme, Theme
from .verdict import Verdict
from .version import Version
from .web_address import WebAddress
from .withdrawal import Withdrawal

__all__ = [
    "PROXIES",
    "Addressing",
    "Attempt",
    "Audience",
    "AudienceChange",
    "AudienceNote",
    "Citation",
    "Development",
    "Edit",
    "Finding",
    "FormerTheme",
    "Gap",
    "HomePage",
    "HomePlace",
    "JudgedQuery",
    "LawLine",
    "Link",
    "LoadedRow",
    "Miss",
    "Overruling",
    "Passage",
    "Pin",
    "Question",
    "Recommendation",
    "Record",
    "RecordTheme",
    "Reference",
    "RoleReading",
    "SearchRow",
    "Skill",
    "Source",
    "Synonym",
    "Term",
    "Theme",
    "Verdict",
    "Version",
    "WebAddress",
    "Withdrawal",
]
