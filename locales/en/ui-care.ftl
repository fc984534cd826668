### Safekeeping: backups, retention, erasing, taking along, destroying.

ui-care-title = Safekeeping
ui-care-lead = How this dossier stays safe, how long you keep it and what is erased.
ui-care-saved = Saved at { $time }.
ui-care-back = Back to Safekeeping
ui-care-yes-no = No, leave it
ui-care-backups = Backups
ui-care-backups-none = There is no backup of this dossier yet.
ui-care-backups-latest = The latest is from { $at }: { $why }.
ui-care-backups-all = See all backups
ui-care-back-up-now = Make a backup now
ui-care-retention = Retention
ui-care-retention-none = You have not chosen yet how long you keep this dossier. The program never destroys anything by itself.
ui-care-retention-until = Keep until { $until }, that day included.
ui-care-retention-choose = Choose how long to keep it
ui-care-retention-change = Change how long to keep it
ui-care-reports = Signed reports
ui-care-reports-none = This dossier holds no signed report yet.
ui-care-reports-signed = { $subject }, signed by { $names }
ui-care-reports-kept = In the dossier since { $at }.
ui-care-reports-open = To the report
ui-care-erased = Erased words
ui-care-erased-none = Nothing was erased.
ui-care-erased-by = { $at }, by { $who }. Reason: { $reason }
ui-care-erase = Erase somebody's words
ui-care-finish = Finish erasing
ui-care-forks = Copies that went on under the same name
ui-care-export = Take everything along
ui-care-export-text = You get one text file (JSON) with the whole dossier: all answers, the history and the evidence. That file is not encrypted.
ui-care-export-do = Choose a place and export the dossier
ui-care-destroy = Destroying
ui-care-destroy-text = Has the retention period passed? Then you can destroy the dossier. You get a certificate of what was destroyed.
ui-care-destroy-to = Destroy the dossier…
ui-backups-title = Backups
ui-backups-folder = They are in the folder { $folder }.
ui-backups-facts = { $events ->
    [one] 1 step, { $size }
   *[other] { $events } steps, { $size }
}
ui-backups-last-saved = Last saved: { $when }
ui-backups-verified = Checked: the whole history is sound.
ui-backups-restore = Bring back into a new file
ui-backups-restore-text = Bringing back makes a new file. The dossier that you are working in now stays as it is.
ui-backups-file-name = { $name } brought back.dossier
ui-retention-title = Retention
ui-retention-lead = Choose until when you keep this dossier. From a month before that day the program reminds you. You decide what happens then.
ui-retention-until = Keep until (that day included)
    .hint = For example five years after the application was stopped.
ui-retention-reason = Why until then?
    .hint = Name the rule or agreement that this rests on.
ui-erase-title = Erase words
ui-erase-lead = Somebody can ask for their own words or name to be removed. Erasing cannot be reversed: the words disappear from the dossier and from the backups. That something was there, when and why it was erased, stays visible.
ui-erase-whose = Whose words do you want to erase?
ui-erase-nobody = No committee member was ever added.
ui-erase-left = no longer in the committee
ui-erase-or-step = Is it about one step? Then choose that step in the history.
ui-erase-to-history = To the history
ui-erase-of = Words and name of { $name }
ui-erase-of-step = Words of one step
ui-erase-nothing = Nothing was found to erase.
ui-erase-events = What is erased
    .hint = Clear the tick at what must stay.
ui-erase-unsure = The program is not sure about this. Read it before you tick it.
ui-erase-not = What cannot be erased
ui-erase-consequences = What else happens
ui-erase-reason = Why is this erased?
    .hint = The reason stays in the dossier. Do not write names in it.
ui-erase-do = Erase…
ui-erase-lacks-events = Tick what is to be erased.
    .remedy = Or go back to Safekeeping if nothing needs to be erased.
ui-erase-sure = { $count ->
    [one] The words of 1 step disappear for good. This cannot be reversed.
   *[other] The words of { $count } steps disappear for good. This cannot be reversed.
}
ui-erase-confirm = Yes, erase these words for good
ui-erase-busy = Erasing…
ui-erase-done = { $count ->
    [one] The words of 1 step were erased
   *[other] The words of { $count } steps were erased
}
ui-destroy-title = Destroy the dossier
ui-destroy-lead = The file and, if you choose so, the backups are removed. This cannot be reversed.
ui-destroy-before = Before you begin
ui-destroy-copies = Copies that you made or handed out yourself, exports and reports in other folders continue to exist.
ui-destroy-export = Do you want to keep something? Then export the dossier first.
ui-destroy-organisation = Type the name of the organisation
    .hint = Exactly like this: { $name }
ui-destroy-backups = Destroy all backups of this dossier as well
ui-destroy-file-name = Certificate of destruction { $name }.txt
ui-destroy-do = Choose a place for the certificate and destroy
ui-destroy-busy = Destroying…
ui-destroy-done = The dossier was destroyed
ui-destroy-certificate = The certificate is in { $name }
