select e.replica, e.seq, e.lamport, e.at, e.actor, e.kind, e.commitment, e.prev, e.hash,
       0 as has_words, null as salt, null as body
from event as e
where :longest > 0
