"""The help in plain words, a section per role. A test holds its LIX under 40."""

from typing import Final

LAESER: Final = (
    (
        "Sådan læser du forsiden",
        "Den øverste linje er svaret: Er planen på kurs? Under den står tre kort: fremdrift, økonomi og aktivitet. "
        "Hvert kort har en status nu og en fra sidste møde. Det fjerde kort viser, hvad I skal drøfte.\n\n"
        "Så kommer et skema med et felt for hvert område og hvert tema. Til højre for det står de punkter, der kræver "
        "jeres blik. Nederst er pengene over tid.",
    ),
    (
        "Tegn og farver",
        "En rund form er fremdrift. En firkant er økonomi. En rombe er aktivitet.\n\n"
        "- **✓ grøn**: det går som aftalt.\n"
        "- **! gul**: hold øje med det.\n"
        "- **✕ rød**: der skal gøres noget.\n"
        "- **– grå**: det kan ikke vurderes, fordi tal mangler eller er for gamle.\n\n"
        "Du kan se status uden farver: Formen og tegnet siger det samme.",
    ),
    (
        "Vælg, hvad du vil se",
        "Øverst på siden kan du vælge område, tema, ejer og dato. Dit valg følger med, når du skifter side. På en "
        "telefon trykker du på “Filtre” først. Tryk på “Nulstil filtre” for at se det hele igen.\n\n"
        "Vil du vise en kollega det samme, så tryk på “Kopiér link”. Linket holder fast i de tal, du ser nu.",
    ),
    (
        "Er tallet rigtigt?",
        "Under hver figur står, hvem tallene er fra, og hvor nye de er. “Vis som tabel” giver de samme tal i rækker, "
        "og her kan du hente dem til Excel. “Hvor kommer tallet fra?” viser, hvordan tallet er regnet ud, og hvilke "
        "filer det bygger på.\n\n"
        "Et tal kan være skjult, fordi det handler om få mennesker. Skjult er ikke det samme som nul.",
    ),
    (
        "Til mødet",
        "På siden Mødebilag henter du hele mødets bilag som PDF eller til PowerPoint. Siden Siden sidste møde viser, "
        "hvad der er sket siden sidst. Vægvisning er lavet til skærmen i lokalet: Den viser én ting ad gangen, og du "
        "skifter med piletasterne.\n\n"
        "Enhver side kan også skrives ud fra browseren.",
    ),
)

ANALYTIKER: Final = (
    (
        "Sådan afleverer du tal",
        "1. Læg dine tal i filer, som aftalen beskriver. En fil hedder som sin tabel, for eksempel "
        "`oekonomi.parquet`. Du kan også hente et ark til Excel på siden Dataleverancer og fylde det ud.\n"
        "2. Vælg, hvem tallene er fra, og slip filerne på siden. Du kan også lægge dem i mappen `indbakke`.\n"
        "3. Vent lidt. Siden viser, hvor langt det er, og om filen blev taget i brug.",
    ),
    (
        "Hvis en fil ikke bliver taget i brug",
        "Så siger en rapport hvorfor: hvilken kolonne det er, hvor mange rækker det gælder, og hvad du skal gøre. "
        "Filen ligger urørt ved siden af rapporten. De andre filer bliver taget i brug, og læserne ser fortsat de "
        "sidste godkendte tal.\n\n"
        "Ret filen, og aflever den igen under det samme navn. Så afløser den den gamle.",
    ),
    (
        "Før du afleverer",
        "Du kan prøve en fil, før nogen ser den: `python -m overblik.intake check FIL`. Filer med navne, CPR-numre "
        "eller andre oplysninger om enkelte mennesker bliver ikke taget i brug, og de bliver slettet igen.",
    ),
    (
        "Hvordan er tallet regnet ud?",
        "Siden Data og metode viser hvert mål med ord, kilde og den SQL, der regner det ud. Søg efter et ord øverst "
        "på siden. Du kan selv stille de samme spørgsmål: `python -m overblik.answers`.",
    ),
)

ADMINISTRATOR: Final = (
    (
        "Første gang",
        "1. Start Overblik med `make run`. Du ser et eksempel, hvor alle tal er fundet på. Det står øverst på hver "
        "side.\n"
        "2. Læg jeres filer i `data/indbakke`, eller aflever dem på siden Dataleverancer.\n"
        "3. Når de første filer er taget i brug, er eksemplet væk, og siderne viser jeres tal.",
    ),
    (
        "Væk fra eksemplet og tilbage igen",
        "Sæt `eksempel = nej`, hvis ingen må se det. Så viser siderne i stedet, hvad der skal til for at få tal.\n\n"
        "Vil du se eksemplet igen, så skriv `make vis-eksempel`. Det åbner for sig selv med sin egen mappe og rører "
        "ikke jeres tal. Andre læsere ser det ikke.",
    ),
    (
        "Godkend, før tallene vises",
        "Med `udgivelse = godkendes` venter nye tal, til en har set dem igennem. På siden Dataleverancer ser du, hvad "
        "der ændrer sig, og vælger “Udgiv” eller “Afvis”. Du kan også gå tilbage til tidligere tal der.",
    ),
    (
        "Indstillinger",
        "De står i filen `overblik.toml` eller i miljøet, og README har listen. Er en af dem forkert, starter Overblik "
        "ikke, men siger, hvordan den skal skrives. Udfyld også `ansvarlig` og `kontakt`: De står i erklæringen om "
        "tilgængelighed.",
    ),
    (
        "Pas på nøglen",
        "Små tal er sløret med en nøgle i `data/hemmeligt/noegle`. Gem en kopi et sikkert sted, og skift den aldrig.",
    ),
)

ROLLER: Final = {"Læser og mødeleder": LAESER, "Analytiker": ANALYTIKER, "Administrator": ADMINISTRATOR}
