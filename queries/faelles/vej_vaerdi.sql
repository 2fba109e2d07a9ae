/*
title      = "Den lige vej fra nulpunkt til mål, på en dag"
definition = "Nulværdien før nulpunktets dato, målværdien efter målets; imellem lige så langt, som der er gået af tiden. Uden tid imellem er der ingen vej."
arguments  = ["nul_dato", "nul_vaerdi", "maal_dato", "maal_vaerdi", "dag"]
scalar     = true
*/
case
    when maal_dato is null or nul_dato is null or dag is null or maal_dato <= nul_dato then null
    when dag <= nul_dato then nul_vaerdi
    when dag >= maal_dato then maal_vaerdi
    else nul_vaerdi
        + (maal_vaerdi - nul_vaerdi) * date_diff('day', nul_dato, dag) / date_diff('day', nul_dato, maal_dato)
end
