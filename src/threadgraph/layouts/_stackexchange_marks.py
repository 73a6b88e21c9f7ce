"""Hold the lines by which Stack Exchange marks its posts."""

from __future__ import annotations

import re

__all__ = ["ANSWERS", "BADGES", "CHROME", "COMMENTED", "END", "SHARE", "SIGNED", "VIEWED"]

# "Commented Mar 28, 2014 at 15:35", "Travel.SE. Commented Mar 28, 2014 at 15:35"
COMMENTED = re.compile(r"(?:^|\s)Commented ([A-Z][a-z]{2,8} \d{1,2}(?:, \d{4})? at \d{1,2}:\d\d)$")
# "answered Mar 28, 2014 at 22:52", "asked Mar 28, 2014 at 11:38"
SIGNED = re.compile(r"^(asked|answered) ([A-Z][a-z]{2,8} \d{1,2}(?:, \d{4})? at \d{1,2}:\d\d)$")
# "6 Answers", "6 Answers 6", "1 Answer 1"
ANSWERS = re.compile(r"^\d{1,4} Answers?(?: \d{1,4})?$")
SHARE = re.compile(
    r"^(?:Share|Improve this (?:question|answer)|Share Improve this \w{6,8}.{0,20})$"
)
END = re.compile(
    r"^(?:Your Answer|You must log in to answer this question\.?|Start asking to get answers|"
    r"Not the answer you're looking for\?.{0,80}|Know someone who can answer\?.{0,80}|"
    r"Highly active question\..{0,200}|Linked|Related|Hot Network Questions)$"
)
CHROME = re.compile(
    r"^(?:Follow|Add a comment ?\|?|\|? ?Show \d{1,4} more comments?|Sorted by:.{0,60}|"
    r"Reset to default|Highest score \(default\).{0,90}|Date (?:modified|created) .{0,60}|"
    r"\$\\begingroup\$|\$\\endgroup\$|Closed \d.{0,100}|Share|Improve this \w{6,8}|\d{1,5})$"
)
# "asked 1 year ago", "Modified 2 years ago", "Viewed 7k times": the line below the title
VIEWED = re.compile(r"(?:^|\s)(?:Viewed|Modified) .{1,40}$")
BADGES = re.compile(r"^[\d.,k]{1,9}\b.{0,80}(?:badges?|\d)$")
