"""Which columns of the questions' answers are counts of people, and which counts are not: declared once for tests.

A new column with unit "antal" belongs in one of the two, or the test that reads this says so.
"""

PEOPLE = frozenset(
    {
        "fremmoeder",
        "fremmoeder_aar",
        "fremmoeder_aaret_foer",
        "fremmoeder_med_maal",
        "frivillige",
        "frivillige_aaret_foer",
        "nye_deltagere",
        "nye_deltagere_aaret_foer",
        "unikke_deltagere",
        "beboere",
    }
)

# Targets, activities, rows handed in, homes, milestones, squares, months: nobody is counted.
WORDS = """
    aabne almene_familieboliger andre_forskel andre_nu andre_plan antal antal_afholdt antal_andre antal_bagud
    antal_foran antal_graa antal_groen antal_gul antal_loeber antal_mangler antal_med_vej antal_roed antal_skjult
    boliger boliger_forskel boliger_i_alt boliger_nu boliger_plan bortfaldne fald_i_traek familie_forskel familie_nu
    familie_plan filer gange_oplyst maal maal_aar maaneder_efter_plan maaneder_uden_tal manglende milepaele
    milepaele_naaet milepaele_overskredet milepaele_til_dato naaet nr organ_plads overskredet raekker serier skjulte
    skjulte_aar til_dato
"""
NOT_PEOPLE = frozenset(WORDS.split())
