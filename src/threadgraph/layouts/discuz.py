"""Read Discuz!, the software of most Chinese forums: "发表于 2013-5-1 10:02:33 | 只看该作者".

Above that row stand the post's number and the member's card, whose name many extractors lose; some
themes print "Ann | 发表于 ...". Printed threads have "作者: Ann    时间: 2013-5-1 10:02" alone.
Last seen: 2025 (X3.5). Not read: parents (quotes stay in the text), ratings, signatures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadgraph.caseless import Caseless
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._boards.forum import Head, Thread, build_thread, is_chrome
from threadgraph.layouts._boards.rows import Row, read_rows
from threadgraph.layouts._boards.words import FORUM_END
from threadgraph.layouts._text.page import Segment, TextPage

__all__ = ["LAYOUT"]

MAX_HEAD = 140
MAX_NAME = 40
MAX_CARD = 40
MIN_ALIKE = 3
_DATE = (
    r"(?:(?:19|20)\d\d[-/]\d{1,2}[-/]\d{1,2}|[今昨前]天|今日|昨日) \d{1,2}:\d\d(?::\d\d)?"
    r"(?: [AP]M)?|"
    r"(?:\d{1,2}|半) ?(?:天|小[时時]|分[钟鐘]|秒)前"
)
_POSTED = r"(?:发表于|發表於|发布于|發佈於|發表于)"
_LINKS = (
    "显示全部楼层", "顯示全部樓層", "显示全部帖子", "顯示全部帖子", "只看该作者", "只看該作者",
    "只看大图",
)  # fmt: skip
_FIRST = r"(?:倒序浏览|倒序瀏覽|阅读模式|閱讀模式)"
_MORE = (
    rf"(?:{'|'.join(_LINKS)}|{_FIRST}|回帖奖励|回帖獎勵|正序浏览|正序瀏覽|"
    r"来自手机|來自手機|\[复制链接\]|\[複製鏈接\])"
)
_OPENER = frozenset(("楼主", "樓主"))
_RANKS = frozenset(
    """新手上路 注册会员 註冊會員 初级会员 初級會員 中级会员 中級會員 高级会员 高級會員
    金牌会员 金牌會員 论坛元老 論壇元老 管理员 管理員 版主 超级版主 超級版主 实习版主 荣誉会员
    榮譽會員 禁止发言 禁止访问 游客 遊客 限制会员 等待验证会员 贵宾 电梯直达 電梯直達
    跳转到指定楼层 跳轉到指定樓層""".split()
)
"""Where a name is lost, these stand first."""
# "发表于 DATE | 只看该作者 |阅读模式 来自 X", "Ann | 发表于 DATE", "Ann | DATE | 显示全部楼层",
# "查看11 | 回复2 | DATE | 显示全部楼层"
_HEAD = re.compile(
    rf"^(?:[大中小] ?){{0,3}}"
    rf"(?:(?:(?P<counts>查看 ?\d+ ?\| ?回[复復覆] ?\d+)|(?P<name>[^|]{{1,{MAX_NAME}}}?)) ?\| ?)?"
    rf"(?P<verb>{_POSTED} ?)?"
    rf"(?P<date>{_DATE})(?P<links>(?:[ |]{{0,3}}{_MORE})*)"
    r"(?:[ |]{1,3}来自 ?\S{1,30})?[ |]{0,3}$"
)
_LINK = re.compile("|".join(_LINKS))
_OPENS = re.compile(_FIRST)
# "作者: Ann 时间: 2013-5-1 10:02"
_PRINTED = re.compile(
    rf"^作者 ?[:：] ?(?P<name>\S.{{0,{MAX_NAME}}}?) (?:时间|時間) ?[:：] ?(?P<date>{_DATE})$"
)
_PRINTS = ("[打印本页]", "[打印本頁]", "[列印本頁]")
# "Tea and pots", a row "[复制链接]" below it; "标题: Tea and pots [打印本页]"
_TITLE = re.compile(r"^(?P<title>.{2,200}?)? ?\[(?:复制链接|複製鏈接)\]$")
_PRINTED_TITLE = re.compile(r"^(?:标题|標題) ?[:：] ?(?P<title>.{2,200}?) ?\[[打列]印本[页頁]\]$")
_SUBJECT = re.compile(r"^(?:标题|標題) ?[:：]")
_NUMBER = re.compile(r"^(?:(?P<number>\d{1,6}) ?#|楼主|樓主|沙发|沙發|板凳|地板|推荐|推薦)$")
_ONLINE = re.compile(r"^(?:当前|當前)?(?:离线|離線|在线|在線)$")
# the first of a card's fields
_FIELD = re.compile(
    r"^(?:主题|主題|TA的每日心情|该用户从未签到|該用戶從未簽到|签到天数 ?[:：].{0,20}|"
    r"簽到天數 ?[:：].{0,20}|UID ?\d{1,9}|\[LV\.\d{1,2}\].{0,20})$"
)
_VALUE = re.compile(r"^(?:\d[\d万萬]{0,9}|\|)$")
_TOOLS = (
    r"回复|回覆|支持|反对|反對|使用道具|举报|舉報|檢舉|点评|點評|评分|評分|收藏|分享|淘帖|顶|踩|赞|"
    r"编辑|編輯|引用|发短消息|加为好友|TOP|返回顶部|管理|登录/注册后可看大图"
)
# not "顶" and "支持" alone, which are whole answers
_BUTTONS = re.compile(
    rf"^(?!(?:顶|踩|赞|支持|反对|反對|分享)$)(?:(?:{_TOOLS}) ?\d{{0,4}}[ |]{{0,3}}){{1,8}}$"
)
_LAST_BUTTON = re.compile(r"(?:使用道具|举报|舉報|檢舉|TOP)$")
_CHROME = re.compile(
    r"^(?:(?:本帖|本主题|本主題)最[后後]由 .{1,60} 编辑|(?:本帖|本主題)最[后後]由 .{1,60} 編輯|"
    r"马上注册[,，].{1,80}|馬上註冊[,，].{1,80}|"
    r"您需要 ?登[录錄] ?才可以下[载載]或查看.{0,40}|x|\[(?:复制链接|複製鏈接)\]|"
    r"(?:.{1,12} ?)?(?:上传|上傳)?下[载載]附件.{0,40}|(?:保存到相册|儲存到相簿))$"
)
_ENDS = (
    r"|^(?:(?:返回|回)列表.{0,40}|您需要登[录錄][后後]才可以回帖.{0,80}|本版[积積]分[规規][则則].{0,40}|"
    r"powered by discuz!?.{0,60}|(?:相关|相關|推荐|推薦)(?:帖子|主题|主題)|(?:高级|高級)模式|"
    r"(?:发表回复|發表回覆|快速回复|快速回覆)|欢迎光临 .{1,160}|歡迎光臨 .{1,160}|"
    r"(?:查看完整版本|收藏本帖).{0,80}|(?:快速回复|快速回覆) ?返回顶部.{0,40})$"
)
_END = Caseless(FORUM_END.pattern.pattern + _ENDS)


def _parse(page: TextPage) -> Parse | None:
    if page.text.isascii():
        return None
    if any(sign in page.dense for sign in _PRINTS):
        return _printed(page)
    if not any(link in page.dense for link in _LINKS):
        return None
    rows = read_rows(page)
    heads = _named(list(_heads(rows)))
    if not any(_links(rows[head.last]) for head in heads):
        return None
    thread = Thread(page=page, rows=rows, chrome=_is_chrome, end=_END)
    found = build_thread(thread, heads, marks=3 * len(heads))
    return found and _titled(page, found, rows[: heads[0].first], _TITLE)


def _titled(page: TextPage, found: Parse, rows: Sequence[Row], pattern: re.Pattern[str]) -> Parse:
    """Take the title from the row beside the button that copies its link, or none."""
    front: tuple[Segment, ...] = ()
    for number, row in enumerate(rows):
        match = pattern.match(row.text[: MAX_HEAD * 2])
        if match is None or not (match["title"] or number):
            continue
        title = match["title"] or rows[number - 1].text
        place = page.text.find(title, page.lines[rows[max(0, number - 1)].first].first)
        front = (Segment(place, place + len(title)),) if place >= 0 else ()
    return replace(found, front=front)


def _links(row: Row) -> bool:
    """Tell whether a header holds the links that no other software has."""
    return _LINK.search(row.text[:MAX_HEAD]) is not None


def _heads(rows: Sequence[Row]) -> Iterator[Head]:
    """Give the headers with the cards above them; "楼主" stays a name until all are known."""
    low = 0
    for number, row in enumerate(rows):
        match = _HEAD.match(row.text) if len(row.text) <= MAX_HEAD else None
        if match is None or not (match["verb"] or match["links"]):
            continue
        if not (match["verb"] or match["name"] or match["counts"]):
            continue
        above = _NUMBER.match(rows[number - 1].text) if number > low else None
        first = number - 1 if above else number
        first, named = _card(rows, low, first)
        shown = (match["name"] or "").strip() or named
        shown = None if shown in _RANKS else shown
        begins = bool(above and (above[0] in _OPENER or above["number"] == "1"))
        begins = begins or bool(match["counts"] or _OPENS.search(match["links"]))
        yield Head(
            first=first, last=number, author=shown, date=match["date"].strip(), opening=begins
        )
        low = number + 1


def _card(rows: Sequence[Row], low: int, end: int) -> tuple[int, str | None]:
    """Give the first row of the card that ends above `end`, and the name that it begins with."""
    near = range(end - 1, max(low, end - MAX_CARD) - 1, -1)
    for number in near:
        text = rows[number].text
        if _LAST_BUTTON.search(text[-8:]) and _BUTTONS.match(text[:MAX_HEAD]):
            return _below_buttons(rows, number + 1, end)
    for number in near:
        named = rows[number].text
        if number + 1 < end and _states(rows[number + 1].text, named):
            return number, named
    tops = [number for number in near if _FIELD.match(rows[number].text[:MAX_NAME])]
    if not tops:
        return end, None
    first = tops[-1]
    while first > low and _VALUE.match(rows[first - 1].text[:MAX_NAME]):
        first -= 1
    return first, None


def _below_buttons(rows: Sequence[Row], first: int, end: int) -> tuple[int, str | None]:
    """Read a card that stands whole between the buttons of one post and the header of the next."""
    if first + 1 >= end:
        return first, None
    name = rows[first].text
    if not 0 < len(name) <= MAX_NAME or name in _RANKS:
        return first, None
    if _FIELD.match(name) or _VALUE.match(name) or _NUMBER.match(name):
        return first, None
    carded = any(_FIELD.match(rows[number].text[:MAX_NAME]) for number in range(first + 1, end))
    return first, name if carded or _states(rows[first + 1].text, name) else None


def _states(text: str, name: str) -> bool:
    """Tell "Ann当前离线", which hidden cards say below the name."""
    return text.startswith(name) and bool(_ONLINE.match(text[len(name) :].strip()[:MAX_NAME]))


def _named(heads: Sequence[Head]) -> list[Head]:
    """Put the opener's name where a header says "楼主" for it."""
    names = {head.author for head in heads}
    if len(heads) >= MIN_ALIKE and len(names) == 1:
        heads = [replace(head, author=None) for head in heads]  # what a theme prints for all
    first = heads[0] if heads else None
    opener = first.author if first and first.opening and first.author not in _OPENER else None
    return [replace(head, author=opener) if head.author in _OPENER else head for head in heads]


def _printed(page: TextPage) -> Parse | None:
    """Read the view for printers."""
    rows = read_rows(page)
    heads: list[Head] = []
    for number, row in enumerate(rows):
        match = _PRINTED.match(row.text) if len(row.text) <= MAX_HEAD else None
        if match is None:
            continue
        subject = number + 1 < len(rows) and _SUBJECT.match(rows[number + 1].text[:MAX_NAME])
        heads.append(
            Head(
                first=number,
                last=number + bool(subject),
                author=match["name"],
                date=match["date"],
                opening=not heads,
            )
        )
    if not heads:
        return None
    thread = Thread(page=page, rows=rows, chrome=_is_chrome, end=_END)
    found = build_thread(thread, heads, marks=3 * len(heads))
    return found and _titled(page, found, rows[: heads[0].first], _PRINTED_TITLE)


def _is_chrome(row: Row) -> bool:
    text = row.text[:MAX_HEAD]
    return is_chrome(row) or bool(_CHROME.match(text) or _BUTTONS.match(text))


LAYOUT = Layout(
    description="Discuz!: '发表于 DATE | 只看该作者', below the card or a name",
    parents="none",
    telling=3,
    parse=_parse,
)
