/*
title      = "Mærket ved et antal mennesker"
definition = "under_5 (eller den grænse, der gælder), hvor én lille celle er det hele; faa, hvor små celler tilsammen giver 0; afrundet, hvor små celler indgår; skjult, mangler eller ikke_relevant, hvor der af den grund ikke er noget tal; intet mærke, hvor tallet er talt, eller hvor intet er registreret. Nuller ved siden af en lille celle lægger intet til."
arguments  = ["talt", "uden"]
scalar     = true
*/
case
    when talt is null then uden
    when not har_smaa(talt) then null
    when sikre(talt) > 0 then 'afrundet'
    when talt < 2_0000000_000000000000_000000000000
        then 'under_' || (talt // 1_000000000000_000000000000 % 1_0000000)
    when summen(talt) = 0 then 'faa'
    else 'afrundet'
end
