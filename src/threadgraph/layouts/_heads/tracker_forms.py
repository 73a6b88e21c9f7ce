"""Hold the lines by which trackers of bugs and issues mark their comments, one form a tracker."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["FORMS", "Form", "Report"]

_MINUTES = r"\d{4}-\d\d-\d\d[ .]\d\d:\d\d(?::\d\d)?"
_AGE = r"(?:about )?(?:\d{1,3}|an?) (?:second|minute|hour|day|week|month|year)s? ago"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """How the first text is told, where it has no header like the comments' one.

    `begins` is the row above it or its own first row, up to where the text begins; `reporter` is
    a row above that names who wrote it, `since` one that tells when. `table` matches the fields
    around the reporter, where the text begins below them and a row of that kind was dropped.
    """

    begins: re.Pattern[str]
    reporter: re.Pattern[str]
    since: re.Pattern[str] | None = None
    ends: re.Pattern[str] | None = None
    table: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How a tracker prints a comment's header: one of the `hints` is on its pages.

    `head` matches the row with the name, which holds one of `within`, `above` the rows before it
    that belong to it, `below` those behind it; a head without a date counts only with one of those
    above, or if the form may be `undated`. `named_above` has names in a row of their own before.
    `chrome` is no text at both ends of a comment, `ends` follows the last one. `opens` stands on a
    page whose first comment is what was reported; `least` posts make such a page, which must hold
    one of `needs`, if there are some.
    """

    hints: tuple[str, ...]
    within: tuple[str, ...]
    head: re.Pattern[str]
    opens: re.Pattern[str] | None = None
    above: re.Pattern[str] | None = None
    below: re.Pattern[str] | None = None
    chrome: re.Pattern[str] | None = None
    ends: re.Pattern[str] | None = None
    report: Report | None = None
    least: int = 1
    undated: bool = False
    named_above: bool = False
    needs: tuple[str, ...] = ()


_BUGZILLA = Form(
    # "Comment 1 Ann Lee 2016-11-15 10:17:10 UTC", "--- Comment #1 From Ann 2009-02-12 08:02 ---"
    hints=("Description ", "omment ", "omments "),
    within=("Description ", "omment"),
    head=re.compile(
        r"^(?:-{3,8} )?(?:\[ ?reply ?\] )?(?:Private )?"
        r"(?:(?P<first>Description)|(?:Additional )?Comments? #?\d{1,4})"
        # what html2text wraps has the date in the next row
        r"(?= ?\[| [Ff]rom |.*\d:\d\d:\d\d| .*\d [A-Z]{2,5}\b|.* -{3}|"
        r"(?: (?!\d{4}-)\S{1,24}){1,5}$)"
        r"(?: \[reply\])?(?: \[[−+-]\])?(?: (?:[Ff]rom )?(?P<name>(?!\d{4}-)\S.{0,58}?))?"
        rf"(?:$|\s{{1,2}}(?P<date>{_MINUTES}(?: [A-Z]{{2,5}}| [+-]\d{{4}})?))"
        r"(?:\s?(?:\[reply\]|\[[−+-]\]|-{3,8}|Comment hidden.{0,40}|\([^()]{1,40}\)|"
        r"\s{0,200}\* [A-Z]\w+(?: All)? Comments?)){0,4}$"
    ),
    below=re.compile(rf"^(?P<date>{_MINUTES} [A-Z]{{2,5}})$"),
    above=re.compile(
        r"^(?:\[ ?reply ?\]|Private|(?:Collapse|Expand) All Comments|"
        r"(?:\[ ?reply ?\]|Private)\s{1,200}\* .{1,24})$"
    ),
    ends=re.compile(
        r"^(?:Note|Additional _?C_? ?omments_?:?.{0,80}|"
        r"(?:Note ?)?You need to log in before you can comment on or make changes\b.{0,60}|"
        r"(?:Collapse|Expand) All Comments|"
        r"Format For Printing.{0,80}|First Last Prev Next\b.{0,80})$"
    ),
)
_BUGZILLA_ASIDE = Form(
    # "Ann Lee", "Comment 1 2023-06-28 17:14:10 PST": WebKit's
    hints=("Comment 1",),
    within=("Comment ", "Reported "),
    head=re.compile(
        r"^(?:(?P<first>Reported)|Comment \d{1,4}) "
        rf"(?P<date>{_MINUTES} (?:[A-Z]{{2,5}}|[+-]\d{{4}}))$"
    ),
    chrome=re.compile(r"^(?:Attachments|Add attachment .{0,60})$"),
    ends=re.compile(r"^(?:Note ?You need to log in before you can|Format For Printing)\b.{0,80}$"),
    named_above=True,
    least=2,
)
_LAUNCHPAD = Form(
    # "Ann Lee (annlee) wrote on 2009-05-14: #3"
    hints=(") wrote", "Bug Description"),
    within=(") wrote",),
    head=re.compile(
        r"^(?P<name>\S.{0,58}?) \([a-z0-9][\w+.-]{0,60}\) wrote"
        rf"(?:\s(?:on (?P<date>\d{{4}}-\d\d-\d\d)|(?P<age>{_AGE})))?\s?:"
        r"(?:\s?\S.{0,250}|\s{1,3}#\d{1,5})?$"
    ),
    undated=True,
    above=re.compile(r"^Revision history for this message$"),
    below=re.compile(r"^(?:#\d{1,5}|Download full text \(.{3,20}\))$"),
    chrome=re.compile(
        r"^(?:Changed in \S.{0,80}:|(?:status|importance|assignee|milestone|tags|affects|summary|"
        r"description|visibility|security vulnerability|Changed.{0,20}|added|removed):.{0,250}|"
        r"\S.{0,80} → \S.{0,120}|Hide|Attachments?:?)$"
    ),
    ends=re.compile(
        r"^(?:To post a comment you must log in\.?|See full activity log.{0,40}|"
        r"Remote bug watches|Duplicates of this bug|Other bug subscribers|Related branches|"
        r"Bug attachments|This report contains .{1,40} information.{0,60})$"
    ),
    report=Report(
        begins=re.compile(r"^Bug Description$"),
        reporter=re.compile(
            r"^Bug #\d{1,8}(?: in .{1,60})? reported by\s+(?P<name>\S.{0,58}?)"
            r"(?:\s+on (?P<date>\d{4}-\d\d-\d\d))?$"
        ),
        ends=re.compile(
            r"^(?:Tags:\s?.{0,200}|Add tags.{0,30}|Edit Tag help|See original description)$"
        ),
    ),
)
_ROUNDUP = Form(
    # "msg21516 (view) Author: Ann Lee (annlee) * Date: 2019-09-21.11:13:43"
    hints=("(view)",),
    within=("(view)",),
    head=re.compile(
        r"^msg\d{1,8}\s(?:- )?\(view\)\s+Author:\s+(?P<name>\S.{0,58}?)"
        r"(?: \([\w.+@-]{1,60}\))?(?: \*)?(?: \([\w .-]{3,40}\))?"
        rf"\s+Date:\s+(?P<date>{_MINUTES})$"
    ),
    ends=re.compile(r"^(?:History|Date\s+User\s+Action\s+Args)$"),
    opens=re.compile(r"^Created on \d{4}-\d\d-\d\d\b.{1,160}$"),
)
_MANTIS = Form(
    # "(0004277)", "ann (manager)", "2018-04-14 08:02"
    hints=("View Status", "\n(0"),
    within=(")",),
    head=re.compile(
        r"^(?P<name>\S.{0,40}?) \((?:viewer|reporter|updater|developer|manager|administrator|"
        r"[a-z][a-z -]{2,20})\)$"
    ),
    above=re.compile(r"^\(\d{7}\)$"),
    below=re.compile(rf"^(?:(?P<date>{_MINUTES})|(?:last )?edited on: {_MINUTES})$"),
    ends=re.compile(
        r"^(?:-? ?Issue History|Date Modified\s+Username\s+Field.{0,20}|Copyright .{3,60})$"
    ),
    report=Report(
        # cells of a table: parted by blanks, by a stroke, or by nothing
        begins=re.compile(r"^Description[\s|]*(?=\S)"),
        reporter=re.compile(
            r"^Reporter[\s|]*(?P<name>[^\s|]{1,40}?)(?:[\s|]*View Status\b.{0,40}|[\s|]*)$"
        ),
        since=re.compile(
            rf"^\d{{7}}(?!\d).{{1,120}}?(?<!\d)(?P<date>{_MINUTES})[\s|]{{0,3}}{_MINUTES}[\s|]*$"
        ),
        ends=re.compile(
            r"^(?:(?:Tags|Steps To Reproduce|Additional Information)(?:[\s|]|(?=[A-Z\[])).{0,300}|"
            r"Attached Files\|?|-? ?Relationships|-\s+Notes)$"
        ),
    ),
)
_TRAC = Form(
    # "comment:3 Changed 6 years ago by ann", "comment:3 in reply to: 1 ; follow-up: 4 Changed ..."
    hints=("hanged ", "Reported by:"),
    needs=("comment:", "Reported by:", "Change History", "Owned by:", "icket", "in reply to:"),
    within=("hanged ",),
    head=re.compile(
        r"^(?:comment:\d{1,4}(?: in reply to:\s+(?:↑\s)?\S{1,8})?(?: ;)?"
        r"(?: follow-ups?:[\d\s↓]{1,24})?\s)?"
        rf"\s*Changed (?P<date>{_AGE}|on .{{6,30}}?) by "
        r"(?P<name>\S.{0,40})$"
    ),
    above=re.compile(r"^(?:comment:\d{1,4}|in reply to:\s.{1,40})$"),
    chrome=re.compile(
        r"^(?:[A-Z][\w ]{1,24}:.{0,60}→ ?.{0,60}|"
        r"[A-Z][\w ]{1,24}(?: |: ?)(?:set|changed|added|deleted|removed|modified|unset)\b.{0,200}|"
        r"[\w .-]{1,60} added$|Follow-ups?:\s.{1,60}|Replying to \S.{0,60}:|in reply to:\s.{1,60})$"
    ),
    ends=re.compile(
        r"^(?:Note: See|Download in other formats:?|Add a comment|Modify Ticket)\b.{0,80}$"
    ),
    report=Report(
        begins=re.compile(r"^Description(?:\s\(last modified by .{1,60}\))?$"),
        reporter=re.compile(r"^Reported by:\s+(?P<name>\S.{0,40}?)(?:\s+Owned by:.{0,60})?$"),
        since=re.compile(rf"^Opened (?P<date>{_AGE})$"),
        ends=re.compile(r"^(?:Attachments?(?: \(\d{1,3}\))?|Change History(?: \(\d{1,4}\))?)$"),
        table=re.compile(r"^[A-Z][\w/ ]{1,24}:(?:\s.{0,250})?$"),
    ),
    least=2,
)
_GITHUB = Form(
    # "ann commented Nov 15, 2016", "@ann ann commented on Nov 15, 2016 • edited"
    hints=("opened this ", "this conversation on GitHub"),
    within=(" commented ",),
    opens=re.compile(r"^(?P<name>\S{1,46}) opened this (?:[Ii]ssue|[Pp]ull [Rr]equest)\b.{0,80}$"),
    head=re.compile(
        r"^(?:@[\w-]{1,39} )?(?P<name>[A-Za-z0-9][\w-]{0,38}(?:\[bot\])?) commented (?:on )?"
        rf"(?P<date>[A-Z][a-z]{{2}} \d{{1,2}}, \d{{4}}|{_AGE}|yesterday)"
        r"(?:\s?[•·]\s?edited.{0,60}|\s?\(edited\)|\s?[•·])?$"
    ),
    above=re.compile(
        r"^(?:@[\w-]{1,39}(?:\[bot\])?|(?:Contributor|Author|Member|Collaborator|Owner|"
        r"Copy link|Quote reply)(?:\s{1,2}(?:Author|Quote reply))?|First-time .{4,20})$"
    ),
    below=re.compile(r"^(?:Contributor|Author|Member|Collaborator|Owner|edited)$"),
    chrome=re.compile(
        r"^(?:The content you are editing has changed\..{0,80}|Sending [Rr]equest…|Cancel|"
        r"(?:Cancel )?Update [Cc]omment|Sorry, something went wrong\.|Copy link|Quote reply|"
        r"The text was updated successfully, but these errors were encountered:|"
        r"(?:Uh oh! )?There was an error while loading\..{0,40})$|"
        r"^@?[\w-]{1,39} (?:@?[\w-]{1,39} )?(?:(?:closed|reopened|locked|unlocked|assigned|"
        r"self-assigned|unassigned|labeled|mentioned|referenced|added|removed|changed|pinned|"
        r"transferred|merged|deleted|modified|linked|marked)\b.{0,160})$"
    ),
    ends=re.compile(
        r"^(?:Sign up for free(?: to join this conversation on GitHub)?.{0,60}|Assignees|"
        r"Already have an account\? Sign in.{0,20}|Labels|"
        r"Comments are parsed with GitHub Flavored Markdown)$"
    ),
    least=2,
)

_LAUNCHPAD_COMMENT = Form(
    # "Comment 5 for bug 108382": the title of a comment's own page, whose header was dropped
    hints=(" for bug ",),
    within=(" for bug ",),
    head=re.compile(r"^(?P<title>Comment \d{1,5} for bug \d{1,9})$"),
)

FORMS = (
    _BUGZILLA_ASIDE,
    _BUGZILLA,
    _LAUNCHPAD,
    _LAUNCHPAD_COMMENT,
    _ROUNDUP,
    _MANTIS,
    _TRAC,
    _GITHUB,
)
