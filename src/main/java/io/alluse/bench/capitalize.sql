with plan as (
    select p.name, round(p.capital, 2) as capital, p.number,
        ((p.number % 16 * 256 + p.number / 1024 % 256) << 48) | (p.number << 16) as main_id,
        'A-' || lpad(p.number::text, greatest(6, length(p.number::text)), '0') as main_code
    from bench_plan p
), tier as (
    select * from (values (1, 'GEN', 20), (2, 'REV', 30), (3, 'COM', 50)) as t (member, tier, share)
), part as (
    select p.main_id, p.main_id | t.member as id, p.main_code || '-' || t.tier as code, t.tier, t.share, p.capital,
        round(p.capital * t.share / 100, 2) as part,
        round(round(p.capital * t.share / 100, 2) * 5 / 100, 2) as buffer
    from plan p
    cross join tier t
), first_event as (
    select part.*,
        '{"buffer":"' || trim_scale(buffer) || '","bufferRate":"5%","mainCapital":"' || trim_scale(capital)
            || '","share":"' || share || '%"}' as detail
    from part
), hashed as (
    select first_event.*,
        sha256(convert_to(
            'alluse-event/1'
            || E'\ncode=' || code || E'\nno=1'
            || E'\ndate=' || :date || E'\neffective=' || :date
            || E'\nrule=initial-capitalization' || E'\nref=opening' || E'\nkind=OPENED'
            || E'\npolicy=' || encode(:policy, 'hex')
            || E'\nbase=' || trim_scale(part) || E'\nstate=SAFE'
            || E'\nmove=CAPITAL>CASH|' || trim_scale(part) || '|' || :date || '||'
            || E'\nmove=CASH>BUFFER|' || trim_scale(buffer) || '|' || :date || '||'
            || E'\ndetail=' || detail
            || E'\nprev=' || repeat('0', 64), 'UTF8')) as hash
    from first_event
), mains as (
    insert into main_account (id, number, code, name, policy, mapping, capital, opened_on, plan_content, run_id)
    select main_id, number, main_code, name, 'standard', 'per-account', capital, :date::date,
        'capital=' || to_char(capital, 'FM999999999999990.00') || '; policy=standard', :run
    from plan
    order by main_id
), accounts as (
    insert into account (id, code, tier, opened_on)
    select id, code, tier, :date::date
    from part
    order by id
), heads as (
    insert into account_head (account_id, state, last_no, last_hash, base, cash, buffer, capital)
    select id, 'SAFE', 1, hash, part, part - buffer, buffer, -part
    from hashed
    order by id
), events as (
    insert into event (account_id, no, rule, ref, business_date, effective_date, kind, policy_hash, base_change, state,
        detail, prev_hash, hash, run_id)
    select id, 1, 'initial-capitalization', 'opening', :date::date, :date::date, 'OPENED', :policy, part, 'SAFE',
        detail::json, decode(repeat('00', 32), 'hex'), hash, :run
    from hashed
    order by id
), movements as (
    insert into movement (account_id, event_no, seq, from_account, to_account, amount, effective_date)
    select p.id, 1, m.seq, m.from_account, m.to_account, m.amount, :date::date
    from part p
    cross join lateral (values (1::smallint, 'CAPITAL', 'CASH', p.part), (2::smallint, 'CASH', 'BUFFER', p.buffer))
        as m (seq, from_account, to_account, amount)
    order by p.id, m.seq
), announcements as (
    insert into announcement (account_id, event_no, seq, direction, amount, dated)
    select id, 1, 1, 'in', part, :date::date
    from part
    order by id
), audited as (
    insert into audit_entry (audit_id, subject, action)
    select :audit, main_code, 'opened'
    from plan
    order by main_code
)
insert into brokerage_account (id, main_id, mapping, state, requested_on)
select id, main_id, 'per-account', 'requested', :date::date
from part
order by id
