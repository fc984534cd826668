-- Words longer than any that this program writes are left where they are.
select e.replica, e.seq, e.lamport, e.at, e.actor, e.kind, e.commitment, e.prev, e.hash,
       p.rowid is not null as has_words,
       p.salt,
       iif(octet_length(p.body) <= :longest, p.body, null) as body
from event as e
left join payload as p on p.hash = e.hash
where e.hash = :hash
