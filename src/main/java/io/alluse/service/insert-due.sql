insert into due (definition, job, business_date, due_at, shifts, state, asked, why)
values (:definition, :job, :date, :at, :shifts, :state, :asked, :why)
on conflict (definition, business_date) do nothing
