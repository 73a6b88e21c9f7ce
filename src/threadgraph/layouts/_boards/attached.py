"""Tell the rows that boards print for attached files: names, sizes, how often they were seen."""

from __future__ import annotations

from threadgraph.accents import either
from threadgraph.caseless import Caseless

__all__ = ["is_attached"]

MAX_FILE = 200
MAX_WORDS = 5
MAX_LABEL = 40

_ENDINGS = tuple(
    f".{ending}"
    for ending in (
        "jpg", "jpeg", "png", "gif", "bmp", "webp", "heic", "tif", "tiff", "pdf", "zip", "rar",
        "7z", "txt", "doc", "docx", "xls", "xlsx", "csv", "mp3", "mp4", "mov", "avi",
    )
)  # fmt: skip
_UNITS = ("kb", "mb", "kib", "mib", "ko", "mo", "bytes")
_SIZE = r"\d[\d.,]{0,9}\s?(?:[km]i?b|[km]o|bytes)"
_SEEN = (
    r"(?:views|aufrufe|affichages|visitas|visualizações|visite|weergaven|visningar|visninger|"
    r"wyświetleń|просмотры)"
)
_HEADING = (
    r"(?:attachments|anhänge|dateianhänge|fichiers joints|adjuntos|archivos adjuntos|bijlagen|"
    r"allegati|anexos|bilagor|vedhæftede filer|załączniki|вложения|přílohy):?"
)
# "637.0 KB · Views: 135", "File size: 637 KB", "kiln.jpg (63.5 KiB) Viewed 135 times",
# "kiln.jpg (637.0 KB, 135 views)", "Attached Images", "Attachments kiln.jpg (63.5 KiB)"
_ROW = Caseless(
    either(
        rf"^(?:(?:(?:file ?size|dateigröße|taille du fichier|tamaño|bestandsgrootte):? ?)?"
        rf"{_SIZE}(?:,? ?·? ?(?:{_SEEN}:? ?)?\d{{0,9}})?|"
        rf"\S.{{0,90}} \({_SIZE}[^()]{{0,40}}\).{{0,40}}|{_SEEN}: ?\d{{0,9}}|"
        r"(?:file ?size|dateigröße|taille du fichier|bestandsgrootte):|"
        r"(?:attached|angehängte|bijgevoegde) (?:files?|images?|thumbnails?|grafiken|dateien|"
        r"miniaturansichten|bestanden|afbeeldingen):?|"
        r"(?:fichiers|images|miniatures|pièces) (?:attachée?s|jointe?s):?|"
        r"(?:archivos|imágenes|miniaturas) adjunt[ao]s:?|"
        rf"{_HEADING}(?: \S.{{0,90}}? \({_SIZE}[^()]{{0,40}}\).{{0,150}})?)$"
    )
)
_FIRSTS = frozenset("0123456789afdtbvipmwвpz") | frozenset("AFDTBVIPMWВPZ")


def is_attached(text: str) -> bool:
    """Tell the name of a file, alone or with its size, and the words around such."""
    if len(text) > MAX_FILE:
        return False
    low = text.lower()
    if low.endswith(_ENDINGS):
        return len(text.split()) <= MAX_WORDS and "://" not in text
    sized = any(unit in low for unit in _UNITS)
    labelled = text[0] in _FIRSTS and len(text) <= MAX_LABEL
    return (sized or labelled) and _ROW.match(text)
