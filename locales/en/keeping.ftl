### What the program says about backups, copies, merging, undoing and moving elsewhere.

keeping-file-copy = copy-of-dossier.dossier
keeping-file-export = dossier.json
keeping-choose-copy = Save a copy for a committee member
keeping-choose-received = Choose copies that came back
keeping-choose-export = Save export
keeping-choose-open-export = Choose export

keeping-backups-explained = The program makes backups by itself: on every day on which you work in a dossier, and just before the dossier changes as a whole. Each is checked when it is made. One is kept of each of the last fourteen days of work, of each of the last eight weeks of work and of every month. They are on this computer; put one in another place yourself now and then.
keeping-backup-daily = first work of the day
keeping-backup-asked = made on request
keeping-backup-migration = before a new form of the file
keeping-backup-merge = before merging
keeping-backup-signature = before keeping a signed report
keeping-backup-unknown = reason not known
keeping-backed-up = Backup made: { $name }
keeping-backed-up-before = A backup was made first: { $name }
keeping-not-backed-up = No backup was made just now. { $reason } Your work has been saved.
keeping-restored = The backup is there as a new dossier { $name } in the folder { $folder }. The present dossier has not changed.

keeping-copied = Copy made: { $name }. Give this file to the committee member. When it comes back, merge it with this dossier.
keeping-copied-for = Copy made for { $who }: { $name }. Hand over this file. Whatever is recorded in it is recorded as the work of { $who }. When it comes back, merge it with this dossier.
keeping-copy-not-noted = Because you only look at the dossier, it is not written down who has this copy.
keeping-copy-out = not back yet
keeping-copy-back = back since { $at }
keeping-copy-given-up = will not come back, written down on { $at }. Reason: { $reason }
keeping-copy-not-back = The copy { $name } of { $date } has not come back.
keeping-copy-of-not-back = { $who }’s copy of { $date } has not come back.
keeping-copy-came-back = The copy { $name } of { $date } is back.
keeping-copy-of-came-back = { $who }’s copy of { $date } is back.
keeping-in-copy = in the copy { $name }
keeping-in-dossier = in this dossier
keeping-nothing-new = There was nothing new. Everything in these copies was in the dossier already.
keeping-merged = { $count ->
    [0] No changes were added.
    [one] One change was added.
   *[other] { $count } changes were added.
}
keeping-merged-recovered = { $count ->
    [one] One change has the words back that had been lost here.
   *[other] { $count } changes have the words back that had been lost here.
}
keeping-merged-erased = { $count ->
    [one] The words of one change are now erased here too.
   *[other] The words of { $count } changes are now erased here too.
}
keeping-merged-conflicts = { $count ->
    [one] One question has answers that contradict each other. The committee chooses which answer holds.
   *[other] { $count } questions have answers that contradict each other. The committee chooses which answer holds.
}
keeping-waits = { $count ->
    [one] One change waits. The assessment was adopted without it and stays as it is. The change counts once you reopen the assessment.
   *[other] { $count } changes wait. The assessment was adopted without them and stays as it is. They count once you reopen the assessment.
}
keeping-merged-waiting = { $count ->
    [one] Work came in for one adopted assessment, and waits. What was adopted does not change.
   *[other] Work came in for { $count } adopted assessments, and waits. What was adopted does not change.
}
keeping-fork = Work went on in { $branches } files under the same name ({ $replica }) after change { $after }. That happens when somebody copies the file themselves or moves a whole computer. All work is kept. From now on, have the program make a copy for a committee member.

keeping-undo = Undo
keeping-redo = Let it count after all
keeping-undone = Undone on { $at } by { $who }

keeping-exported = Everything in the dossier is in { $name } ({ $count ->
    [one] one event
   *[other] { $count } events
}). This file is not encrypted: keep it as carefully as the dossier.

keeping-rescued = The new dossier { $name } was made with everything that was still sound ({ $count ->
    [one] one event
   *[other] { $count } events
}). The damaged file has not changed.
keeping-rescue-kept = { $count ->
    [one] One event is kept completely.
   *[other] { $count } events are kept completely.
}
keeping-rescue-lost = { $count ->
    [one] The words of one event are lost. If another copy still has it, merge that copy with the new dossier.
   *[other] The words of { $count } events are lost. If another copy still has them, merge that copy with the new dossier.
}
keeping-rescue-event = number { $number }, { $at }
keeping-rescue-left-out = { $count ->
    [one] One change could still be read, but the chain that leads to it is broken. It is not in the new dossier:
   *[other] { $count } changes could still be read, but the chain that leads to them is broken. They are not in the new dossier:
}
keeping-rescue-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}

keeping-is-readable = This dossier is not encrypted. Whoever has the file can read it.
keeping-is-encrypted = This dossier and its backups are encrypted. Without the passphrase or the recovery code nobody can read them. If you lose both, the work is gone. Nobody can help you then.
keeping-encrypted = { $name } is encrypted.
keeping-decrypted = The dossier is no longer encrypted. Whoever has the file can read it.
keeping-backups-rewritten = { $count ->
    [one] One backup was written anew and verified.
   *[other] { $count } backups were written anew and verified.
}
keeping-backup-left = The backup { $name } stayed as it was. { $why } Remove it yourself if nobody may read it.
keeping-backup-other-passphrase = The backup { $name } stayed as it was: another passphrase opens it, probably a former one. If you still know that, finish the change on the command line: verantwoord passphrase FILE --former-passphrase-file FILE
keeping-opens-with-former = This backup does not open with the passphrase of this dossier, but with a former one.
keeping-backups-all-along = All backups open with the same passphrase as the dossier.
keeping-unfinished-left = The file { $name } was not finished and is still there. It may hold readable text. Remove it yourself if it is still there in an hour.
keeping-others-readable = Copies that others have, or that you put somewhere yourself, stay as they are.
keeping-exports-readable = Reports, exports and separate copies of evidence are not encrypted.
keeping-disk-readable = The old files were written over. On an SSD, a stick or in a synchronised folder traces of them can remain all the same. So encrypt the disk itself too.
keeping-passphrase-short = Too short: choose at least { $count } characters, such as four separate words.
keeping-passphrase-weak = Long enough, but easy to guess.
keeping-passphrase-fair = Long enough, but can be guessed with some effort. One more word helps.
keeping-passphrase-good = Hard to guess.
keeping-passphrase-strong = Very hard to guess.

keeping-tail-backups = { $count ->
    [one] The only backup, of { $latest }, holds nothing that is missing here.
   *[other] Compared with { $count } backups, the latest of { $latest }: they hold nothing that is missing here.
}
keeping-tail-cut = { $count ->
    [one] A change is missing at the end: backup { $name } holds one change that was made in this file and is not in it any more. Merge that backup with this dossier to get it back.
   *[other] Changes are missing at the end: backup { $name } holds { $count } changes that were made in this file and are not in it any more. Merge that backup with this dossier to get them back.
}
keeping-tail-elsewhere = { $count ->
    [one] Backup { $name } holds one change that was made in another copy of this dossier and is not in this one.
   *[other] Backup { $name } holds { $count } changes that were made in another copy of this dossier and are not in this one.
}
keeping-tail-unread = Backup { $name } was not compared: it cannot be read.
keeping-tail-report = The signed report of { $at } fixes the first { $events } of { $all } changes. That counts for whoever has it outside this dossier too; compare it with: verantwoord verify REPORT --dossier FILE
keeping-tail-report-unknown = The signed report of { $at } is not of a state that this file knows. Something may have been taken away.
keeping-tail-since = If anything was recorded after that and taken off the end again, nobody can see it.
keeping-tail-nothing = There is no backup and no signed report to compare with. If anything was taken off the end of the history, nobody can see it.
