with accounts as (
    delete from statement_account where run_id = :run
), pages as (
    delete from statement_page where run_id = :run
), verdicts as (
    delete from statement_verdict where run_id = :run
), stated as (
    delete from statement_stated where run_id = :run
)
delete from statement_warning where run_id = :run
