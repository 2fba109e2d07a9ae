/*
title      = "En brøkdel af et beløb, i hele øre"
definition = "Beløb gange tæller delt med nævner, halve øre til lige; et beløb under 0 giver 0. Heltal hele vejen."
arguments  = ["beloeb_kr", "taeller", "naevner"]
scalar     = true
*/
-- Half up first; then an øre less where it was exactly a half and has become odd.
cast((
    (2 * cast(greatest(beloeb_kr, 0) * 100 as hugeint) * taeller + naevner) // (2 * naevner)
    - cast(
        (2 * cast(greatest(beloeb_kr, 0) * 100 as hugeint) * taeller + naevner) % (4 * naevner) = 2 * naevner as integer
    )
) as decimal(36, 0)) * cast(0.01 as decimal(2, 2))
