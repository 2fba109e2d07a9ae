/*
title      = "Hvor en måling står i forhold til vejen til målet"
definition = "ikke_maalt uden måling; skjult, mangler og ikke_relevant som målingen er oplyst; uden_maal, når der ingen vej er; ellers foran (på vejen eller bedre, efter den retning, indikatoren skal gå) eller bagud."
arguments  = ["vaerdi", "vaerdi_status", "vej", "retning"]
scalar     = true
*/
case
    when vaerdi_status is null then 'ikke_maalt'
    when vaerdi_status <> 'ok' then vaerdi_status
    when vaerdi is null then 'mangler'
    when vej is null then 'uden_maal'
    -- What stands on the way must not fall behind it by the last bit of a double.
    when case when retning = 'ned' then vej - vaerdi else vaerdi - vej end >= -1e-9 * greatest(1, abs(vej)) then 'foran'
    else 'bagud'
end
