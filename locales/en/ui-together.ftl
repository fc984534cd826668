### Working together: handing out a copy, taking in the work of others, answers that contradict.

ui-together-title = Working together
ui-together-lead = Committee members can work on at home, each in a copy of their own. Afterwards you bring everything together here. Nobody’s words disappear.
ui-together-hand-out = Hand out a copy
ui-together-hand-out-text = Give a committee member a copy: ‘work on this at home’. Below you see who has a copy. Ask for it back before the next session.
ui-together-hand-out-for = For whom is the copy?
    .hint = Whatever is recorded in this copy is shown as the work of that committee member.
ui-together-hand-out-for-nobody = For nobody in particular
ui-together-hand-out-do = Choose a place and make a copy
ui-together-file-name = Dossier { $name } – copy.dossier
ui-together-file-name-for = Dossier { $name } – copy { $who }.dossier
ui-together-take-in = Take in the work of others
ui-together-take-in-text = Choose the files that you got back. The program makes a backup first. The files themselves do not change.
ui-together-files = Chosen files
ui-together-passphrase = Passphrase of the copies
    .hint = The copy is encrypted with another passphrase than this dossier.
ui-together-do = Merge
ui-together-busy = Merging…
ui-together-lacks-files = First choose a file that you got back.
    .remedy = It is a copy of this dossier; its name ends in .dossier.
ui-together-done = Merged
ui-together-done-nothing = There was nothing new
ui-together-added = { $count ->
    [0] These files held nothing that was not here already.
    [one] 1 change was added.
   *[other] { $count } changes were added.
}
ui-together-from = Whom it comes from
ui-together-from-file = { $events ->
    [0] nothing new
    [one] 1 new change
   *[other] { $events } new changes
}
ui-together-recovered = { $count ->
    [one] Lost words of 1 change are back.
   *[other] Lost words of { $count } changes are back.
}
ui-together-erased = { $count ->
    [one] The words of 1 change were erased, because somebody had asked for it.
   *[other] The words of { $count } changes were erased, because somebody had asked for it.
}
ui-together-conflicts = { $count ->
    [one] 1 question now has answers that contradict each other
   *[other] { $count } questions now have answers that contradict each other
}
ui-together-conflicts-text = None of the answers is lost. Discuss them in the next session and choose together.
ui-together-conflicts-none = Nowhere do answers contradict each other.
ui-together-waiting = Work that waits
ui-together-waiting-to = See what waits
ui-together-copies = Who has a copy
ui-together-copies-none = No copies were handed out yet.
ui-together-copies-text = A copy is back once you merge it with this dossier.
ui-together-copy-for-nobody = Copy without a name
ui-together-copy-handed-out = Handed out on { $at } by { $by }
ui-together-copy-give-up = Will not come back
ui-together-copy-reason = Why will this copy not come back?
    .hint = For instance: the laptop is lost, or nothing was done in it. If it comes back after all, you can still merge it.
ui-together-decide = Decide together
ui-together-forks = Copies that went on under the same name
ui-together-forks-text = This happens when somebody takes an old copy or a backup into use again. Everything is kept, but ask who did what.
ui-past-title = As it was then
ui-past-counts = { $answered ->
    [one] 1 of { $asked } questions was answered.
   *[other] { $answered } of { $asked } questions were answered.
}
ui-past-changed = { $count ->
    [0] No answer has changed since.
    [one] 1 answer has changed since; it says so there.
   *[other] { $count } answers have changed since; it says so there.
}
ui-past-after = The last change until then: { $what }
ui-past-date = Choose a day
    .hint = You see how it was at the end of that day.
ui-past-show = Show
ui-past-since = Changed since
ui-past-evidence = { $count ->
    [one] 1 piece of evidence
   *[other] { $count } pieces of evidence
}
ui-past-now = To the question as it is now
ui-past-none = There was no question yet.
