### Taking care of a dossier: keeping, erasing, destroying, and how it was before.

care-file-certificate = certificate-of-destruction.txt
care-choose-certificate = Save the certificate of destruction

care-retention-near = { $days ->
    [one] This dossier is kept up to and including { $until }. That is one more day. Decide what happens to it then.
   *[other] This dossier is kept up to and including { $until }. That is { $days } more days. Decide what happens to it then.
}
care-retention-today = This dossier is kept up to and including { $until }. That is today. Decide what happens to it now.
care-retention-passed = { $days ->
    [one] This dossier was to be kept up to and including { $until }. That was yesterday. Destroy it, or choose a new date.
   *[other] This dossier was to be kept up to and including { $until }. That was { $days } days ago. Destroy it, or choose a new date.
}

care-why-chosen = You chose this change.
care-why-particulars = This holds the person’s own particulars.
care-why-wrote = This person wrote it.
care-why-about = This is about this person.
care-why-named = The name stands here as that of somebody who vouches for the answer or who signs.
care-why-mentioned = The name stands here in a text.
care-why-part = Only a part of the name stands here. See for yourself whether this person is meant.

care-cannot-gone = These words are gone already.
care-cannot-signed = This stays: it says who signed a report, and what was signed never changes. The name stays in that report too.
care-cannot-beginning = This stays: everything else rests on it. Whoever wants this gone too destroys the whole dossier.
care-cannot-telling = This stays: it tells what was undone, erased or lost.
care-cannot-assessed = This stays as long as there is an assessment of this application.

care-becomes-same = What holds now does not change.
care-becomes-open = The question is then open again.
care-becomes-earlier-answer = The answer that stood here before then holds again. If that has to go too, choose it as well.
care-becomes-no-file = The file itself goes too, unless another change still names it.
care-becomes-nobody = Where this person did something, it then says ‘somebody’.
care-becomes-nothing = Nothing is filled in here then.
care-becomes-earlier = What stood here before then holds again. If that has to go too, choose it as well.

care-erases = { $count ->
    [one] The words of one change go for good. This cannot be undone.
   *[other] The words of { $count } changes go for good. This cannot be undone.
}
care-place-stays = The history still says that something was done, when and by whom, and why the words are gone.
care-some-stay = { $count ->
    [one] One change cannot be erased; the reason stands with it.
   *[other] { $count } changes cannot be erased; the reasons stand with them.
}
care-some-unsure = { $count ->
    [one] One change holds only a part of the name. It is erased only if you choose it.
   *[other] { $count } changes hold only a part of the name. They are erased only if you choose them.
}
care-reports-stay = { $count ->
    [one] One signed report in this dossier may hold these words. What was signed never changes: the words stay in that report, here and with everyone who has it.
   *[other] { $count } signed reports in this dossier may hold these words. What was signed never changes: the words stay in those reports, here and with everyone who has them.
}
care-backups-too = { $count ->
    [0] The program keeps no backups of this dossier on this computer.
    [one] The one backup that the program keeps is cleaned too.
   *[other] The { $count } backups that the program keeps are cleaned too.
}
care-others-copies = Copies, exports and reports that others have, or that are elsewhere, are beyond the program’s reach. Ask those who have them to erase them. When such a copy is merged later, the erased words do not come back.
care-inside-files = The program does not look inside attached files. If a name stands in a piece of evidence, choose that evidence.
care-disk = Modern disks (SSDs) may keep old versions of a file for a while, beyond the reach of any program. Encrypt the disk if that matters to you.

care-erased = { $count ->
    [one] The words of one change were erased.
   *[other] The words of { $count } changes were erased.
}
care-not-compact = The file could not be written anew, probably because the disk is full. Something of the erased words may still be in it. Make room, then finish the erasure.
care-backups-rewritten = { $count ->
    [0] There was no backup with these words.
    [one] One backup was rewritten without these words.
   *[other] { $count } backups were rewritten without these words.
}
care-backup-removed = Backup { $name } could not be rewritten and was removed.
care-backup-goes = Backup { $name } does not open with what opens this dossier. Nobody can erase anything in it. So it will be removed. If you do not want that, put it elsewhere first.
care-unfinished-left = The file { $name } was not finished and is still there. The erased words may be in it. Finish the erasure in an hour.
care-backup-left = Backup { $name } could not be reached and may still hold the words. If it is still open somewhere, close it. Then finish the erasure.
care-backups-unread = The folder with backups could not be read: { $folder }. The words may still be there. Finish the erasure when the folder can be read again.

care-past-after = After { $change }
care-past-date = At the end of { $date }
care-past-note = { $count ->
    [0] This was computed from what had been recorded by then. Times are those of the clock of whoever did it.
    [one] This was computed from what had been recorded by then. Times are those of the clock of whoever did it. The words of one change up to then are gone, so they are not shown here.
   *[other] This was computed from what had been recorded by then. Times are those of the clock of whoever did it. The words of { $count } changes up to then are gone, so they are not shown here.
}

care-destroyed = Dossier { $name } was destroyed.
care-destroyed-backup = Backup { $name } was destroyed.
care-backup-stays = Backup { $name } was not destroyed and is still there.
care-certificate-written = The certificate of destruction is in { $name }.

certificate-title = Certificate of the destruction of a dossier
certificate-begun = The destruction of this dossier was begun. Whether it was completed, this file does not say. If the file is still there, open it: the program says whether the destruction is to be finished.
certificate-done = This dossier was written over and taken off the disk.
certificate-file = File
certificate-organisation = Organisation
certificate-size = Size
certificate-bytes = { $count ->
    [one] 1 byte
   *[other] { $count } bytes
}
certificate-sha256 = SHA-256 of the file
certificate-events = Recorded events
certificate-fingerprint = Fingerprint of the dossier
certificate-dossier = Identity of the dossier (first event)
certificate-first = Begun
certificate-last = Last change
certificate-at = Destroyed at
certificate-by = Destroyed by (user and computer)
certificate-program = Program
certificate-backups = Backups destroyed with it:
certificate-backups-left = Backups that were not destroyed:
certificate-proves = Whoever still has a copy or an export of this dossier sees by the fingerprint and the number of events that it is this dossier.
certificate-proves-not = This file is not signed. It does not prove that the clock was right, nor that there are no copies, exports or reports elsewhere, nor that a modern disk (SSD) keeps no old versions of the file.
certificate-for-programs = The same facts for programs (JSON):

cli-erase = Erases words for good: of one or more changes, or all words of a committee member. Without --event and --member: finishes what an earlier erasure could not.
cli-retention = Chooses how long the dossier is kept, or shows it.
cli-destroy = Destroys a dossier and its backups. The certificate of destruction is written first.
cli-argument-as-of = Shows the assessment as it was: after a change (its number or the first characters of its identity) or at the end of a date (YYYY-MM-DD).
cli-erase-event = The change: its number in the history or the first characters of its identity. Repeat this for more changes.
cli-erase-member = The name of the committee member of whom all words are erased.
cli-erase-reason = Why. Do not repeat what is erased; the reason stays.
cli-erase-preview = Erases nothing, but shows what would happen.
cli-retention-until = The last day on which the dossier is kept (YYYY-MM-DD).
cli-retention-reason = Why until then.
cli-destroy-organisation = The name of the organisation, to confirm.
cli-destroy-certificate = Where the certificate of destruction goes: a new file.
cli-destroy-keep-backups = Leaves the backups where they are. The certificate names them.

cli-not-kept-until = It has not been chosen yet how long this dossier is kept.
cli-kept-until = Kept up to and including { $until }. Reason: { $reason }
cli-past-answered = { $answered } of { $asked } questions answered; { $changed } different now
cli-past-changed = different now
cli-past-open = still open
