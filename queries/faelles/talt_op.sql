/*
title      = "En celles antal mennesker, så det kan lægges sammen med andres"
definition = "Ét tal af fire, hvert på sin plads, så summen af flere cellers tal er de fire summer: antallet; det af det, der står, som det er talt; de små cellers grænser; og hvor mange små celler der er. En lille celle står i udgivelsen som 0 eller som grænsen. Ét tal, fordi én sum planlægges fire gange så hurtigt som fire."
arguments  = ["antal", "lille", "graense"]
scalar     = true
*/
case
    when lille then coalesce(antal, 0) + cast(graense as hugeint) * 1_000000000000_000000000000
        + 1_0000000_000000000000_000000000000
    else cast(antal as hugeint) * 1_000000000001
end
