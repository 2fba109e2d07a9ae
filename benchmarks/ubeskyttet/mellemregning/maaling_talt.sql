select 1 as ingenting
