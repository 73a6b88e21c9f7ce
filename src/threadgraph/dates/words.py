"""Hold the words of which dates are made, in the languages that comment systems speak.

Months stand in this order: English, German, Dutch, French, Spanish, Portuguese, Italian, Catalan,
Galician, Basque, Romanian, Danish and Norwegian, Swedish, Finnish, Estonian, Latvian, Icelandic,
Croatian, Polish, Czech, Slovak, Slovene, Russian, Ukrainian, Bulgarian, Hungarian, Turkish, Greek,
Indonesian, Arabic, Hebrew, Thai, Hindi. What two of them share is the later one's: "listopada" is
November in Polish (see `named` for October in Croatian).
"""

from __future__ import annotations

from threadgraph.accents import with_bare

__all__ = [
    "AGO",
    "CONNECTORS",
    "DAYS_TOO",
    "ENGLISH",
    "HALVES",
    "HEDGES",
    "MONTHS",
    "NAMES_TOO",
    "NEAR_DAYS",
    "NUMBERED_MONTHS",
    "ONE",
    "OPEN_HEDGES",
    "SHORT_UNITS",
    "THAN",
    "UNITS",
    "WEEKDAYS",
    "ZONES",
]

# A language a paragraph, twelve entries each: the spellings of a month stand between slashes.
_MONTHS = """
january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep
october/oct november/nov december/dec

januar/jänner/jän februar/feber märz/mär/mrz april mai juni juli august september oktober/okt
november dezember/dez

januari februari maart/mrt april mei juni juli augustus september oktober november december

janvier/janv février/fevrier/févr/fév mars avril/avr mai juin juillet/juil août/aoû septembre
octobre novembre décembre/decembre/déc

enero/ene febrero marzo abril/abr mayo junio julio agosto septiembre/setiembre/set octubre
noviembre diciembre/dic

janeiro fevereiro/fev março/marco abril maio/mai junho julho agosto setembro outubro/out
novembro dezembro

gennaio/gen febbraio/febbr marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre/sett
ottobre/ott novembre dicembre

gener/gen febrer/febr març abril/abr maig juny juliol/jul agost setembre/set octubre/oct
novembre/nov desembre/des

xaneiro/xan febreiro marzo abril maio xuño/xuñ xullo/xul agosto setembro outubro novembro decembro

urtarrila/urtarrilak/urtarrilaren otsaila/otsailak/otsailaren martxoa/martxoak/martxoaren
apirila/apirilak/apirilaren maiatza/maiatzak/maiatzaren ekaina/ekainak/ekainaren
uztaila/uztailak/uztailaren abuztua/abuztuak/abuztuaren iraila/irailak/irailaren
urria/urriak/urriaren azaroa/azaroak/azaroaren abendua/abenduak/abenduaren

ianuarie/ian februarie martie aprilie mai iunie/iun iulie/iul august septembrie octombrie
noiembrie/noi decembrie

januar februar marts/mars april maj/mai juni juli august september oktober november
december/desember

januari februari mars april maj juni juli augusti september oktober november december

tammikuuta/tammikuun/tammikuu/tam helmikuuta/helmikuun/helmikuu/hel
maaliskuuta/maaliskuun/maaliskuu huhtikuuta/huhtikuun/huhtikuu/huh
toukokuuta/toukokuun/toukokuu/tou kesäkuuta/kesäkuun/kesäkuu/kes heinäkuuta/heinäkuun/heinäkuu/hei
elokuuta/elokuun/elokuu/elo syyskuuta/syyskuun/syyskuu/syy lokakuuta/lokakuun/lokakuu/lok
marraskuuta/marraskuun/marraskuu joulukuuta/joulukuun/joulukuu/jou

jaanuar veebruar/veebr märts aprill mai juuni juuli august september oktoober november
detsember/dets

janvāris/janvāra/janvārī februāris/februāra/februārī marts/martā aprīlis/aprīļa/aprīlī maijs/maijā
jūnijs/jūnija/jūnijā/jūn jūlijs/jūlija/jūlijā/jūl augusts/augusta/augustā
septembris/septembra/septembrī oktobris/oktobra/oktobrī novembris/novembra/novembrī
decembris/decembra/decembrī

janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember

siječnja/siječanj veljače/veljača ožujka/ožujak travnja/travanj svibnja/svibanj lipnja/lipanj
srpnja/srpanj kolovoza/kolovoz rujna/rujan listopada/listopad studenoga/studenog/studeni
prosinca/prosinac

stycznia/styczeń/sty lutego/luty/lut marca/marzec kwietnia/kwiecień/kwi maja/maj
czerwca/czerwiec/cze lipca/lipiec/lip sierpnia/sierpień/sie września/wrzesień/wrz
października/październik/paź listopada/listopad/lis grudnia/grudzień/gru

ledna/leden února/únor/úno března/březen/bře dubna/duben/dub května/květen/kvě června/červen/čvn
července/červenec/čvc srpna/srpen/srp září/zář října/říjen/říj listopadu prosince/prosinec

januára/január februára/február marca/marec apríla/apríl mája/máj júna/jún júla/júl augusta/august
septembra/september októbra/október novembra/november decembra/december

januarja/januar februarja/februar marca/marec aprila/april maja/maj junija/junij julija/julij
avgusta/avgust septembra/september oktobra/oktober novembra/november decembra/december

января/январь/янв февраля/февраль/фев/февр марта/март/мар апреля/апрель/апр мая/май
июня/июнь/июн июля/июль/июл августа/август/авг сентября/сентябрь/сен/сент октября/октябрь/окт
ноября/ноябрь/ноя/нояб декабря/декабрь/дек

січня/січень/січ лютого/лютий/лют березня/березень/бер квітня/квітень/квіт травня/травень/трав
червня/червень/черв липня/липень/лип серпня/серпень/серп вересня/вересень/вер жовтня/жовтень/жовт
листопада/листопад/лист грудня/грудень/груд

януари/яну февруари март април май юни юли август септември/сеп октомври ноември/ное декември

január február/febr március/márc április/ápr május/máj június/jún július/júl augusztus
szeptember/szept október november december

ocak/oca şubat/şub mart nisan/nis mayıs haziran/haz temmuz/tem ağustos/ağu eylül/eyl ekim/eki
kasım/kas aralık/ara

ιανουαρίου/ιανουάριος/ιαν φεβρουαρίου/φεβρουάριος/φεβ μαρτίου/μάρτιος/μαρ/μάρ
απριλίου/απρίλιος/απρ μαΐου/μάιος/μαϊ/μαΐ/μάι ιουνίου/ιούνιος/ιουν/ιούν ιουλίου/ιούλιος/ιουλ/ιούλ
αυγούστου/αύγουστος/αυγ/αύγ σεπτεμβρίου/σεπτέμβριος/σεπ οκτωβρίου/οκτώβριος/οκτ
νοεμβρίου/νοέμβριος/νοε/νοέ δεκεμβρίου/δεκέμβριος/δεκ

januari februari maret april mei juni juli agustus/agu september oktober november desember

يناير فبراير مارس أبريل/ابريل/إبريل مايو يونيو/يونيه يوليو/يوليه أغسطس/اغسطس سبتمبر أكتوبر/اكتوبر
نوفمبر ديسمبر

ינואר/בינואר פברואר/בפברואר מרץ/במרץ/מרס/במרס אפריל/באפריל מאי/במאי יוני/ביוני יולי/ביולי
אוגוסט/באוגוסט ספטמבר/בספטמבר אוקטובר/באוקטובר נובמבר/בנובמבר דצמבר/בדצמבר

มกราคม/ม.ค. กุมภาพันธ์/ก.พ. มีนาคม/มี.ค. เมษายน/เม.ย. พฤษภาคม/พ.ค. มิถุนายน/มิ.ย. กรกฎาคม/ก.ค.
สิงหาคม/ส.ค. กันยายน/ก.ย. ตุลาคม/ต.ค. พฤศจิกายน/พ.ย. ธันวาคม/ธ.ค.

जनवरी फ़रवरी/फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर/सितम्बर अक्टूबर/अक्तूबर नवंबर/नवम्बर
दिसंबर/दिसम्बर
"""
# months of a calendar that is not read: a date, but none of ours
_OTHER_CALENDARS = """
فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند
"""
NUMBERED_MONTHS = "một/hai/ba/tư/năm/sáu/bảy/tám/chín/mười/mười một/mười hai".split("/")
"""The words behind "tháng", month, in Vietnamese."""

_NAMED = {
    word: number
    for language in _MONTHS.split("\n\n")
    for number, spellings in enumerate(language.split(), 1)
    for word in with_bare(spellings.split("/"))
}
MONTHS: dict[str, int] = {
    **_NAMED,
    **{f"tháng {word}": number for number, word in enumerate(NUMBERED_MONTHS, 1)},
    **dict.fromkeys(_OTHER_CALENDARS.split(), 0),
}
"""The number of the month that a word names; 0 for a month of a calendar that is not read."""

WEEKDAYS = with_bare(
    """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri
    sat sun montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi
    do fr sa so maandag dinsdag woensdag donderdag vrijdag zaterdag zondag lundi mardi
    mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim lunes martes miércoles
    jueves viernes sábado domingo segunda terça quarta quinta sexta feira lunedì martedì
    mercoledì giovedì venerdì sabato domenica mandag tirsdag onsdag torsdag fredag lørdag
    søndag måndag tisdag lördag söndag poniedziałek wtorek środa czwartek piątek sobota
    niedziela pondělí úterý středa čtvrtek pátek neděle понедельник вторник среда четверг
    пятница суббота воскресенье пн вт ср чт пт сб вс hétfő kedd szerda csütörtök péntek
    szombat vasárnap pazartesi salı çarşamba perşembe cuma cumartesi pazar maanantai tiistai
    keskiviikko torstai perjantai lauantai sunnuntai sab dom gio jue vie mié miér sáb seg ter qua
    qui za vr wo zo pon wto śro czw sob niedz ndz pn wt śr cz pt nd tis ons tors fre lör tir
    lør søn нд нед pzt cmt marți miercuri joi vineri sâmbătă duminică понеділок вівторок
    середа четвер п'ятниця субота неділя الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة
    السبت الأحد الاحد sex hétf csüt szomb pzr δευ τρι τετ πεμ παρ σαβ κυρ пон вто сря чет пет съб
    uto senin selasa rabu kamis jumat sabtu minggu vin""".split()
) | frozenset("mån sön sâm dum çar út čt pá pią úte stř čtv čet pént çrş prş".split())
# those at the end are other words without their accents
ENGLISH = frozenset("january february march may june july august october december".split())
"""Months as none of the languages of NAMES_TOO writes them."""

NAMES_TOO = frozenset("sex vin uto minggu sabtu rabu za".split())
"""Weekdays of other languages that are names as well: before an English month they are none."""

DAYS_TOO = frozenset("mo mar".split())
"""Words that are weekdays as well: before a comma or full stop and a number, or a day and month."""

CONNECTORS = frozenset(
    """at on of the t st nd rd th um am den der vom à a le les er de del el las los em às as ao alle
    il ore del om op het kl klo klokken o godz godzina dnia dne v ve в г год года у u la los
    al saat ve στις στο ob ás kell plkst gada pukul pada lúc tháng mười о الساعة في
    בשעה ב در ساعت เวลา ที่ น को posted uhr h hrs hs min year 年 月 日 년 월 일""".split()
)
"""Words that stand between the parts of a date; alone they are none."""

HALVES = frozenset(
    """am pm ös öö πμ μμ дп пп sáng chiều ص م صباحا مساء 午前 午後 上午 下午 오전 오후
    凌晨 清晨 早上 中午 晚上 पूर्वाह्न अपराह्न""".split()
)
ZONES = frozenset(
    """utc gmt z est edt cst cdt mst mdt pst pdt cet cest mez mesz bst ist msk aest aedt jst eet
    eest""".split()
)
UNITS = frozenset(
    """second seconds sec secs minute minutes min mins hour hours hr hrs day days week weeks month
    months mo year years yr yrs sekunde sekunden minute minuten stunde stunden tag tage
    tagen woche wochen monat monate monaten jahr jahre jahren seconde secondes heure heures
    jour jours semaine semaines mois an ans année années annee annees segundo segundos minuto
    minutos hora horas día días dia dias semana semanas mes meses mês año años ano anos secondo
    secondi minuti ora ore giorno giorni settimana settimane mese mesi anno anni uur uren
    dag dagen weken maand maanden jaar minut minuter timme timmar dagar vecka veckor månad
    månader manad manader år ar minutter time timer dage uge uger måned måneder godzina godziny
    godzin dzień dni tydzień tygodnie tygodni miesiąc miesiące miesięcy rok lata lat секунд
    минут минуты минуту час часа часов день дня дней неделю недели недель месяц месяца месяцев
    год года лет года дні днів години годин місяців місяці років роки lety roky roku let měsíci
    měsíců týdny týdnů dny dní hodinami yıl ay hafta gün saat dakika vuotta kuukautta viikkoa
    päivää tuntia év hónap hete hónapja éve napja χρόνια μήνες εβδομάδες ημέρες ώρες tahun bulan
    minggu hari jam ani luni săptămâni zile ore godina godine mjeseci mjeseca meseci dana std stdn
    sek tim ч мин сек дн нед мес""".split()
)
AGO = with_bare(
    """ago her il y vor zuvor hace há atrás fa geleden sedan siden temu назад тому önce sitten zpět
    před ezelőtt πριν lalu acum prije pre later 전 前""".split()
)
NEAR_DAYS = with_bare(
    """today yesterday heute gestern vorgestern aujourd hui hier hoy ayer hoje ontem oggi ieri
    vandaag gisteren idag igår dzisiaj wczoraj сегодня вчера сьогодні вчора bugün dün tänään eilen
    dnes včera 今天 昨天 前天 今日 昨日""".split()
)
"""Words for days near that of the page; only with a time are they a date."""

ONE = frozenset("a an one einem einer un une una um uma een en et ett".split())
OPEN_HEDGES = with_bare(
    """about over almost around nearly under less more circa più meno quasi ongeveer bijna meer
    minder około ponad prawie mniej около более больше почти менее меньше ungefär nästan mer mindre
    omkring""".split()
)
"""Words with which an age may begin: "over 2 years ago"."""

_INNER_HEDGES = with_bare(
    """etwa über fast knapp rund ungefähr mehr weniger environ plus moins presque près alrededor más
    menos casi aproximadamente cerca mais quase""".split()
)
"""The same where "vor" or "hace" begins it: "vor knapp 3 Stunden"; "Knapp 3 days ago" names him."""

THAN = with_bare("than als dan niż чем än".split())
"""What follows such a word: "meer dan 3 jaar geleden"; "Dan 3 days ago" names him."""

HEDGES = OPEN_HEDGES | _INNER_HEDGES | THAN
"""Words before the number of an age."""

SHORT_UNITS = frozenset([*"smhdwy", *"초 분 시간 일 주 개월 달 년".split()])
"""What stands for a unit between a number and "ago" alone: "3d ago", "3일 전"."""

CJK_UNITS = frozenset(
    """秒 秒钟 秒鐘 分 分钟 分鐘 時間 小时 小時 日 天 週間 周 週 星期 か月 ヶ月
    个月 個月 月 年""".split()
)
CJK_AGES = frozenset(f"{unit}前" for unit in CJK_UNITS)
"""Units and "ago" in one word: "3時間前", "2天前"."""
