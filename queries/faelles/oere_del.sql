/*
title      = "En brøkdel af et beløb, i hele øre"
definition = "Beløb gange tæller delt med nævner, halve øre til lige; et beløb under 0 giver 0. Heltal hele vejen."
arguments  = ["beloeb_kr", "taeller", "naevner"]
scalar     = true
*/
cast((
    (cast(greatest(beloeb_kr, 0) * 100 as hugeint) * taeller) // naevner
    + case
        when 2 * ((cast(greatest(beloeb_kr, 0) * 100 as hugeint) * taeller) % naevner) > naevner then 1
        when 2 * ((cast(greatest(beloeb_kr, 0) * 100 as hugeint) * taeller) % naevner) = naevner
            and ((cast(greatest(beloeb_kr, 0) * 100 as hugeint) * taeller) // naevner) % 2 = 1 then 1
        else 0
    end
) as decimal(36, 0)) * cast(0.01 as decimal(2, 2))
