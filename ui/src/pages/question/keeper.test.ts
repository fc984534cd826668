import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import type { AnswerForm, Changed, ProblemView } from "../../generated/types";
import { done, refused, type Outcome } from "../../host/interface";
import { Keeper, pauses } from "./keeper.svelte";

const changed: Changed = { saved_at: "14:32", events: 7, topics: [], subject: null, notice: null };
const full: ProblemView = {
  code: "disk-full",
  what: "De schijf is vol.",
  remedy: "Maak ruimte vrij.",
  field: null,
  details: [],
};
const choice = (option: string) => ({ kind: "choice", option }) as const;

function recorder(...outcomes: Outcome<Changed>[]) {
  const forms: AnswerForm[] = [];
  const record = vi.fn((form: AnswerForm) => {
    forms.push(form);
    return Promise.resolve(outcomes.shift() ?? done(changed));
  });
  return { forms, record };
}

describe("keeping what is written", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("walking through options leaves one answer", async () => {
    const { forms, record } = recorder();
    const keeper = new Keeper(null, { needsName: false, record });
    for (const option of ["yes", "partly", "no"]) {
      keeper.draft.value = choice(option);
      keeper.changed("choice");
      await vi.advanceTimersByTimeAsync(pauses.choice / 2);
    }
    await vi.advanceTimersByTimeAsync(pauses.choice);
    expect(forms.map(({ value }) => value)).toEqual([choice("no")]);
    expect(keeper.keeping).toEqual({ kind: "saved", at: "14:32", notice: null });
  });

  test("words are recorded when writing pauses, not per keystroke", async () => {
    const { forms, record } = recorder();
    const keeper = new Keeper(null, { needsName: false, record });
    keeper.draft.value = choice("yes");
    for (const word of ["Eén ", "team ", "per ", "week"]) {
      keeper.draft.because += word;
      keeper.changed("words");
      await vi.advanceTimersByTimeAsync(pauses.words - 1);
    }
    expect(forms).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(forms.map(({ because }) => because)).toEqual(["Eén team per week"]);
  });

  test("leaving records at once, and only once", async () => {
    const { forms, record } = recorder();
    const keeper = new Keeper(null, { needsName: false, record });
    keeper.draft.value = choice("yes");
    keeper.changed("words");
    expect(await keeper.keep()).toBe(true);
    await vi.advanceTimersByTimeAsync(pauses.words);
    expect(await keeper.keep()).toBe(true);
    expect(forms).toHaveLength(1);
  });

  test("a failure keeps the words on the page and tries again when asked", async () => {
    const { forms, record } = recorder(refused(full));
    const keeper = new Keeper(null, { needsName: false, record });
    keeper.draft.value = choice("yes");
    keeper.draft.because = "Lang over nagedacht";
    expect(await keeper.keep()).toBe(false);
    expect(keeper.keeping).toEqual({ kind: "failed", problem: full });
    expect(keeper.draft.because).toBe("Lang over nagedacht");
    expect(await keeper.keep()).toBe(true);
    expect(forms).toHaveLength(2);
  });

  test("what changes during a record goes along with the next", async () => {
    const { forms, record } = recorder();
    let finish: (outcome: Outcome<Changed>) => void = () => undefined;
    record.mockImplementationOnce((form) => {
      forms.push(form);
      return new Promise((resolve) => (finish = resolve));
    });
    const keeper = new Keeper(null, { needsName: false, record });
    keeper.draft.value = choice("yes");
    const first = keeper.keep();
    keeper.draft.because = "Er kwam nog iets bij";
    const second = keeper.keep();
    expect(forms).toHaveLength(1);
    finish(done(changed));
    expect([await first, await second]).toEqual([true, true]);
    expect(forms.map(({ because }) => because)).toEqual(["", "Er kwam nog iets bij"]);
  });

  test("words typed during a record are not called saved when it ends", async () => {
    const { record } = recorder();
    let finish: (outcome: Outcome<Changed>) => void = () => undefined;
    record.mockImplementationOnce(() => new Promise((resolve) => (finish = resolve)));
    const keeper = new Keeper(null, { needsName: false, record });
    keeper.draft.value = choice("yes");
    keeper.changed("choice");
    await vi.advanceTimersByTimeAsync(pauses.choice);
    keeper.draft.because = "Nog niet opgeslagen";
    keeper.changed("words");
    finish(done(changed));
    await vi.advanceTimersByTimeAsync(0);
    expect(keeper.keeping.kind).toBe("waiting");
    await vi.advanceTimersByTimeAsync(pauses.words);
    expect(record).toHaveBeenLastCalledWith(
      expect.objectContaining({ because: "Nog niet opgeslagen" }),
    );
  });

  test("an unfinished answer says what it lacks and is not recorded", async () => {
    const { forms, record } = recorder();
    const keeper = new Keeper(null, { needsName: true, record });
    keeper.draft.value = { kind: "not_applicable" };
    keeper.changed("choice");
    await vi.advanceTimersByTimeAsync(pauses.choice);
    expect(keeper.keeping).toEqual({ kind: "incomplete", gaps: ["because", "by"] });
    expect(await keeper.keep()).toBe(false);
    expect(forms).toEqual([]);
  });

  test("an untouched page may be left", async () => {
    const { forms, record } = recorder();
    const keeper = new Keeper(null, { needsName: false, record });
    expect(await keeper.keep()).toBe(true);
    expect(forms).toEqual([]);
  });

  test("an answer from elsewhere is taken over, but never over unsaved words", () => {
    const { record } = recorder();
    const elsewhere: AnswerForm = {
      value: choice("no"),
      because: "Uit een ander venster",
      certainty: null,
      evidence_strength: null,
      by: null,
    };
    const keeper = new Keeper(null, { needsName: false, record });
    keeper.refresh(elsewhere, 5);
    expect(keeper.draft.because).toBe("Uit een ander venster");
    keeper.draft.because = "Mijn eigen woorden";
    keeper.changed("words");
    keeper.refresh({ ...elsewhere, because: "Nog een ander" }, 6);
    expect(keeper.draft.because).toBe("Mijn eigen woorden");
  });

  test("a page that was read before the last record never comes back over what was typed since", async () => {
    const { record } = recorder(done({ ...changed, events: 7 }), done({ ...changed, events: 8 }));
    const keeper = new Keeper(null, { needsName: false, record });
    keeper.draft.value = choice("yes");
    keeper.draft.because = "Vijf cli";
    await keeper.recordNow();
    const past = { ...keeper.draft, value: choice("yes"), by: null, certainty: null };
    keeper.draft.because = "Vijf cliënten";
    await keeper.recordNow();
    keeper.refresh({ ...past, because: "Vijf cli", evidence_strength: null }, 7);
    expect(keeper.draft.because).toBe("Vijf cliënten");
    keeper.refresh({ ...past, because: "Van elders", evidence_strength: null }, 9);
    expect(keeper.draft.because).toBe("Van elders");
  });

  test("discarding goes back to what was recorded", () => {
    const { record } = recorder();
    const keeper = new Keeper(null, { needsName: false, record });
    keeper.draft.because = "Laat maar";
    keeper.changed("words");
    keeper.discard();
    expect(keeper.draft.because).toBe("");
    expect(keeper.keeping).toEqual({ kind: "as_found" });
  });
});
