"""Tell posts whose whole text is a system's sentence that there is none, in its languages.

Most sentences are Blogger's, which prints them in the text's place with name and date kept; the
plain ones are those of newspapers and boards.
"""

from __future__ import annotations

from threadgraph.records import Status

__all__ = ["gone"]

_BY_AUTHORS = """
this comment has been removed by the author
this post has been removed by the author
comment deleted by the author
dieser kommentar wurde vom autor entfernt
este comentario ha sido eliminado por el autor
el autor ha eliminado esta entrada
ce commentaire a été supprimé par l'auteur
ce message a été supprimé par l'auteur
questo commento è stato eliminato dall'autore
questo post è stato eliminato dall'autore
l'autore ha rimosso il commento
este comentário foi removido pelo autor
esta mensagem foi removida pelo autor
o autor removeu este comentário
deze reactie is verwijderd door de auteur
deze reactie is door de auteur verwijderd
den här kommentaren har tagits bort av skribenten
den här kommentaren har tagits bort av författaren
kommentaren har tagits bort av författaren
denne kommentar er fjernet af forfatteren
forfatteren har fjernet denne kommentar
denne kommentaren har blitt fjernet av forfatteren
denne kommentaren er fjernet av forfatteren
kirjoittaja on poistanut tämän kommentin
tämä kommentti on poistettu. poistaja on kirjoittaja
ten komentarz został usunięty przez autora
tento komentář byl odstraněn autorem
tento komentár odstránil autor
tento komentár bol odstránený autorom
a szerző eltávolította ezt a megjegyzést
ezt a megjegyzést eltávolította a szerző
a megjegyzést eltávolította a szerző
acest comentariu a fost eliminat de autor
acest comentariu a fost şters de autor
bu yorum yazar tarafından silindi
yorum yazar tarafından silindi
этот комментарий был удален автором
автор удалил этот комментарий
комментарий удален автором
цей коментар видалено автором
автор видалив цей коментар
този коментар бе премахнат от автора
аутор је уклонио овај коментар
autor je uklonio ovaj komentar
avtor je odstranil ta komentar
αυτό το σχόλιο αφαιρέθηκε από τον συντάκτη
l'autor ha eliminat aquest comentari
komentar ini telah dihapus oleh pengarang
nhận xét này đã bị tác giả xóa
このコメントは投稿者によって削除されました
작성자가 댓글을 삭제했습니다
此评论已被作者删除
该评论已被作者删除
作者已經移除這則留言
أزال المؤلف هذا التعليق
תגובה זו הוסרה על ידי המחבר
این نظر توسط نویسنده حذف شده است
"""
_BY_OTHERS = """
this comment has been removed by a blog administrator
this post has been removed by a blog administrator
this post has been removed by the blog administrator
dieser kommentar wurde von einem blog-administrator entfernt
dieser kommentar wurde von einem administrator des blogs entfernt
este comentario ha sido eliminado por un administrador del blog
este blog ha sido eliminado por un administrador de blog
un administrador del blog ha eliminado esta entrada
ce commentaire a été supprimé par un administrateur du blog
ce message a été supprimé par un administrateur du blog
questo commento è stato eliminato da un amministratore del blog
questo post è stato eliminato da un amministratore del blog
este comentário foi removido por um administrador do blog
este comentário foi removido por um administrador do blogue
este comentário foi removido por um gestor do blogue
esta mensagem foi removida por um administrador do blog
deze reactie is verwijderd door een blogbeheerder
deze reactie is door een blogbeheerder verwijderd
den här kommentaren har tagits bort av en bloggadministratör
den här kommentaren har tagits bort av bloggadministratören
denne kommentar er fjernet af en blogadministrator
en blogadministrator har fjernet denne kommentar
denne kommentaren har blitt fjernet av en bloggadministrator
denne kommentaren er fjernet av en bloggadministrator
blogin hallinnoija on poistanut tämän kommentin
ten komentarz został usunięty przez administratora bloga
tento komentář byl odstraněn administrátorem blogu
tento komentár odstránil správca blogu
a blog adminisztrátora eltávolította ezt a megjegyzést
ezt a megjegyzést eltávolította a blog adminisztrátora
acest comentariu a fost eliminat de un administrator al blogului
bu yorum bir blog yöneticisi tarafından silindi
bu yorum blog yöneticisi tarafından silindi
этот комментарий был удален администратором блога
администратор блога удалил этот комментарий
комментарий удален администратором блога
адміністратор блогу видалив цей коментар
цей коментар видалено адміністратором блогу
този коментар бе премахнат от администратор на блога
αυτό το σχόλιο αφαιρέθηκε από έναν διαχειριστή ιστολογίου
un administrador del blog ha eliminat aquest comentari
komentar ini telah dihapus oleh administrator blog
nhận xét này đã bị quản trị viên blog xóa
このコメントはブログの管理者によって削除されました
블로그 관리자가 댓글을 삭제했습니다
此评论已由博客管理员移除
此评论已被博客管理员删除
該留言已由網誌管理員移除
網誌管理員已經移除這則留言
أزال أحد مشرفي المدونة هذا التعليق
תגובה זו הוסרה על ידי מנהל המערכת של הבלוג
"""
_PLAIN = """
this comment was deleted
this comment has been deleted
this comment is deleted
this comment was removed
this comment has been removed
this post has been deleted
this post has been removed
this post was deleted
this message was deleted
this message has been deleted
comment deleted
dieser kommentar wurde gelöscht
dieser kommentar wurde entfernt
dieser beitrag wurde gelöscht
dieser beitrag wurde entfernt
kommentar gelöscht
beitrag gelöscht
ce commentaire a été supprimé
ce message a été supprimé
commentaire supprimé
message supprimé
este comentario ha sido eliminado
este comentario fue eliminado
este mensaje ha sido eliminado
comentario eliminado
questo commento è stato eliminato
questo commento è stato rimosso
questo commento è stato cancellato
commento eliminato
commento rimosso
este comentário foi removido
este comentário foi apagado
este comentário foi eliminado
este comentário foi excluído
comentário removido
deze reactie is verwijderd
reactie verwijderd
den här kommentaren har tagits bort
kommentaren har tagits bort
kommentaren er slettet
denne kommentar er slettet
ten komentarz został usunięty
komentarz został usunięty
komentarz usunięty
komentář byl smazán
příspěvek byl smazán
tento komentář byl smazán
комментарий удален
комментарий был удален
сообщение удалено
bu yorum silindi
bu yorum silinmiştir
このコメントは削除されました
该评论已被删除
此评论已被删除
该评论已删除
삭제된 댓글입니다
"""
_BY_MODERATORS = """
this comment was removed by a moderator
this comment has been removed by a moderator
this comment was deleted by a moderator
this post was removed by a moderator
removed by moderator
deleted by moderator
this comment was removed by a moderator because it didn't abide by our community standards
this comment was removed by a moderator because it didn't abide by our community standards. \
replies may also be deleted
this comment was removed by a moderator because it didn't abide by our community standards. \
replies may also be deleted. for more detail see our faqs
von der moderation entfernt
vom moderator gelöscht
dieser kommentar wurde von der moderation gelöscht
dieser kommentar wurde von der moderation entfernt
dieser beitrag wurde vom moderator gelöscht
commentaire supprimé par la modération
commentaire supprimé par un modérateur
комментарий удален модератором
сообщение удалено модератором
komentarz usunięty przez moderatora
"""
_GONE: dict[str, Status] = {
    **dict.fromkeys(filter(None, _BY_AUTHORS.split("\n")), "deleted"),
    **dict.fromkeys(filter(None, _PLAIN.split("\n")), "deleted"),
    **dict.fromkeys(filter(None, (_BY_OTHERS + _BY_MODERATORS).split("\n")), "removed"),
}
_LONGEST = max(map(len, _GONE)) + 2
_SHORTEST = min(map(len, _GONE))


def gone(text: str) -> Status | None:
    """Tell what became of a post of which this is the whole text; None for words of its author.

    `deleted` by its author, or by nobody the sentence names; `removed` by who keeps the site.
    """
    if not _SHORTEST <= len(text) <= _LONGEST:
        return None
    words = text.lower().replace("’", "'").replace("удалён", "удален")
    return _GONE.get(words.strip(" .。[]()*-"))
