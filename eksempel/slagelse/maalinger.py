"""The 25 indicators, all invented, on the three levels. None is a crime figure: such numbers shall not look real.

The story: the share of young people with a spare-time job rises for a year, and then turns.
"""

from eksempel.plan import Indikator

ALLE = ("ALLE",)
OMR = ("MOT", "RIN", "SYD")
BEGGE = ("ALLE", *OMR)
VENDER = (0.22, 0.45, 0.68, 0.76, 0.52, 0.21)

INDIKATORER = (
    Indikator("Frivillige i planens aktiviteter", "aktivitet", "SAM", "antal", "op",
              "Antal frivillige, der har været med i kvartalet.", True, OMR, 12, 45, 3, delmaal=True),
    Indikator("Familier i skolestartsforløb", "aktivitet", "UDD", "antal", "op",
              "Familier, der er begyndt på et forløb i halvåret.", True, OMR, 0, 30, 6),
    Indikator("Aftaler med lokale virksomheder", "aktivitet", "BES", "antal", "op",
              "Virksomheder med en gældende aftale om praktik eller job.", False, OMR, 0, 15, 6),
    Indikator("Ventetid til beboerrådgivning", "aktivitet", "SAM", "antal", "ned",
              "Hverdage fra henvendelse til samtale, gennemsnit af kvartalet.", False, ALLE, 9, 3, 3),
    Indikator("Arrangementer lavet af beboere selv", "aktivitet", "SAM", "antal", "op",
              "Arrangementer i halvåret, hvor beboere har stået for planlægningen.", False, OMR, 3, 14, 6),
    Indikator("Unge i mentorforløb", "aktivitet", "KRI", "antal", "op",
              "Unge med en aktiv mentor ved halvårets slutning.", True, ("MOT", "RIN"), 0, 12, 6, skjult=(0,)),
    Indikator("Deltagere, der kommer igen", "aktivitet", None, "pct", "op",
              "Deltagere i forløb, der har deltaget mindst tre gange.", True, ALLE, 48, 65, 6, 420),
    Indikator("Skoleklar efter forløb", "deltagerresultat", "UDD", "pct", "op",
              "Børn, som skolen vurderer skoleklar efter et forløb.", True, BEGGE, 62, 80, 6, 42, delmaal=True),
    Indikator("Lektiecaféens børn, der oplever fremgang", "deltagerresultat", "UDD", "pct", "op",
              "Børn, der svarer, at lektierne går bedre.", True, OMR, 50, 70, 6, 55),
    Indikator("Børn med en fritidsaktivitet", "deltagerresultat", "UDD", "pct", "op",
              "Børn, der stadig går i foreningen efter et halvt år.", True, ALLE, 40, 60, 6, 95),
    Indikator("Kvinder i job eller uddannelse efter kvindehold", "deltagerresultat", "BES", "pct", "op",
              "Deltagere i job, praktik eller uddannelse et halvt år efter.", True, BEGGE, 14, 35, 6, 36, skjult=(0,)),
    Indikator("Unge med fritidsjob", "deltagerresultat", "BES", "pct", "op",
              "Unge på 13-17 år i indsatsen, der har et fritidsjob ved kvartalets slutning.", True, BEGGE, 22, 45, 3,
              130,
              naaet=VENDER),
    Indikator("Nye virksomheder efter iværksætterstøtte", "deltagerresultat", "BES", "antal", "op",
              "Virksomheder, som deltagere har registreret i halvåret.", False, ALLE, 0, 6, 6),
    Indikator("Unge, der gennemfører mentorforløb", "deltagerresultat", "KRI", "pct", "op",
              "Unge, der har haft deres mentor i mindst ni måneder.", True, ("MOT", "RIN"), 45, 75, 6, 9, skjult=(0,
              1)),
    Indikator("Unge i mentorforløb, der går i skole eller på arbejde", "deltagerresultat", "KRI", "pct", "op",
              "Unge, hvis fravær er under 10 pct. i halvåret.", True, ("RIN",), 50, 75, 6, 14),
    Indikator("Beboere, der fik hjælp i rådgivningen", "deltagerresultat", "SAM", "pct", "op",
              "Beboere, der svarer, at de fik hjælp til det, de kom med.", True, OMR, 70, 85, 3, 110),
    Indikator("Deltagere, der kender flere naboer", "deltagerresultat", "SAM", "pct", "op",
              "Deltagere på hold, der har fået nye bekendte i området.", True, OMR, 40, 60, 6, 75, mangler=(1,)),
    Indikator("Beboere, der føler sig trygge om aftenen", "omraade", "KRI", "pct", "op",
              "Svar i den årlige beboermåling.", True, BEGGE, 61, 72, 12, 310),
    Indikator("Tryghedsindeks", "omraade", "KRI", "indeks", "op",
              "Vægtet svar på fem spørgsmål i beboermålingen, 2021 = 100.", False, BEGGE, 100, 112, 12),
    Indikator("Beboere uden tilknytning til arbejdsmarkedet", "omraade", "BES", "pct", "ned",
              "Beboere på 18-64 år uden job og uddannelse.", True, OMR, 38, 33, 12, 980),
    Indikator("Gennemsnitlig indkomst", "omraade", "BES", "kr", "op",
              "Gennemsnitlig bruttoindkomst for beboere på 15-64 år, uden uddannelsessøgende.", False, OMR, 205000,
              220000, 12),
    Indikator("Unge med ungdomsuddannelse", "omraade", "UDD", "pct", "op",
              "Unge på 25 år, der har gennemført en ungdomsuddannelse.", True, OMR, 54, 62, 12, 64),
    Indikator("Fraflytning", "omraade", None, "pct", "ned",
              "Lejemål, der er fraflyttet i året.", False, OMR, 17, 13, 12, 640),
    Indikator("Boliger uden lejer", "omraade", None, "antal", "ned",
              "Ledige lejemål ved halvårets slutning.", False, OMR, 18, 6, 6),
    Indikator("Beboere, der vil anbefale området", "omraade", "SAM", "pct", "op",
              "Svar i den årlige beboermåling.", True, BEGGE, 52, 64, 12, 310),
)  # fmt: skip
