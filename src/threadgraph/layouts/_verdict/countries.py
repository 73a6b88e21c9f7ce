"""Tell countries that stand where names do: the words of a picture of a flag."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["are_countries"]

MIN_NAMES = 2
_COUNTRIES = frozenset(
    " ".join(name.split())
    for name in """
    afghanistan, albania, algeria, andorra, angola, antigua and barbuda, argentina, armenia,
    aruba, australia, austria, azerbaijan, bahamas, bahrain, bangladesh, barbados, belarus,
    belgium, belize, benin, bermuda, bhutan, bolivia, bosnia and herzegovina, botswana, brazil,
    british virgin islands, brunei, bulgaria, burkina faso, burma, burundi, cambodia, cameroon,
    canada, cape verde, cayman islands, central african republic, chad, chile, china, colombia,
    comoros, costa rica, croatia, cuba, curaçao, cyprus, czech republic, czechia, democratic
    republic of the congo, denmark, djibouti, dominica, dominican republic, east timor,
    ecuador, egypt, el salvador, england, equatorial guinea, eritrea, estonia, eswatini,
    ethiopia, european union, faroe islands, fiji, finland, france, french guiana, french
    polynesia, gabon, gambia, georgia, germany, ghana, gibraltar, great britain, greece,
    greenland, grenada, guadeloupe, guam, guatemala, guinea, guinea-bissau, guyana, haiti,
    honduras, hong kong, hungary, iceland, india, indonesia, iran, iraq, ireland, israel,
    italy, ivory coast, jamaica, japan, jordan, kazakhstan, kenya, kiribati, korea, kosovo,
    kuwait, kyrgyzstan, laos, latvia, lebanon, lesotho, liberia, libya, liechtenstein,
    lithuania, luxembourg, macau, macedonia, madagascar, malawi, malaysia, maldives, mali,
    malta, marshall islands, martinique, mauritania, mauritius, mexico, micronesia, moldova,
    monaco, mongolia, montenegro, morocco, mozambique, myanmar, namibia, nauru, nepal,
    netherlands, new caledonia, new zealand, nicaragua, niger, nigeria, north korea, north
    macedonia, northern ireland, norway, oman, pakistan, palau, palestine, panama, papua new
    guinea, paraguay, peru, philippines, poland, portugal, puerto rico, qatar, republic of the
    congo, romania, russia, russian federation, rwanda, saint kitts and nevis, saint lucia,
    saint vincent and the grenadines, samoa, san marino, sao tome and principe, saudi arabia,
    scotland, senegal, serbia, seychelles, sierra leone, singapore, slovakia, slovenia, solomon
    islands, somalia, south africa, south korea, south sudan, spain, sri lanka, sudan,
    suriname, swaziland, sweden, switzerland, syria, taiwan, tajikistan, tanzania, thailand,
    the netherlands, togo, tonga, trinidad and tobago, tunisia, turkey, turkmenistan, tuvalu,
    uganda, uk, ukraine, united arab emirates, united kingdom, united states, united states of
    america, uruguay, us virgin islands, usa, uzbekistan, vanuatu, vatican city, venezuela,
    viet nam, vietnam, wales, western sahara, yemen, zambia, zimbabwe
    """.split(",")
)
"""Countries of today and parts of them that have flags, in small letters."""


def are_countries(told: Sequence[str]) -> bool:
    """Tell whether all names of a page are countries, and not all of them the same Georgia."""
    folded = [name.lower() for name in told]
    return len(told) >= MIN_NAMES and len(set(folded)) > 1 and _COUNTRIES.issuperset(folded)
