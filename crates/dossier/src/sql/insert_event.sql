insert into event (replica, seq, lamport, at, actor, kind, commitment, prev, hash)
values (:replica, :seq, :lamport, :at, :actor, :kind, :commitment, :prev, :hash)
