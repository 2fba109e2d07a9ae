select 'x' as indikator_id, 'x' as gruppe, 'x' as omraade_id where 1 = 0
