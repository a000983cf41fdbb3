create temporary table statement_stage (like statement_stage including indexes) on commit drop;

create temporary table statement_page (like statement_page including indexes) on commit drop;
