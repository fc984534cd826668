import { describe, expect, test, vi } from "vitest";

import type { ProblemView } from "../generated/types";
import { done, refused, type Outcome } from "../host/interface";
import { Attempt } from "./attempt.svelte";

const full: ProblemView = {
  code: "disk-full",
  what: "De schijf is vol.",
  remedy: "Maak ruimte vrij.",
  field: null,
  details: [],
};

/** A call that ends when the test says so. */
function call<Value>() {
  let end: (outcome: Outcome<Value>) => void = () => undefined;
  const ended = new Promise<Outcome<Value>>((resolve) => (end = resolve));
  return { deed: vi.fn(() => ended), end: (outcome: Outcome<Value>) => end(outcome) };
}

describe("an attempt", () => {
  test("a second press for the same thing does nothing while the first is under way", async () => {
    const attempt = new Attempt();
    const [first, second] = [call<number>(), call<number>()];
    const pressed = attempt.run(first.deed, "noor");
    expect(await attempt.run(second.deed, "noor")).toBeNull();
    first.end(done(1));
    expect(await pressed).toBe(1);
    expect(second.deed).not.toHaveBeenCalled();
    second.end(done(2));
    expect(await attempt.run(second.deed, "noor")).toBe(2);
  });

  test("presses for different things are all done, one after the other", async () => {
    const attempt = new Attempt();
    const [first, second] = [call<string>(), call<string>()];
    const both = [attempt.run(first.deed, "noor"), attempt.run(second.deed, "idris")];
    await Promise.resolve();
    expect(second.deed).not.toHaveBeenCalled();
    first.end(done("came"));
    await vi.waitFor(() => expect(second.deed).toHaveBeenCalledOnce());
    expect(attempt.busy).toBe(true);
    second.end(done("came too"));
    expect(await Promise.all(both)).toEqual(["came", "came too"]);
    expect(attempt.busy).toBe(false);
  });

  test("what went wrong stays in sight when what was pressed after it goes well", async () => {
    const attempt = new Attempt();
    const wrong = attempt.run(() => Promise.resolve(refused(full)), "noor");
    const well = attempt.run(() => Promise.resolve(done(2)), "idris");
    expect(await Promise.all([wrong, well])).toEqual([null, 2]);
    expect(attempt.problem).toEqual(full);
    await attempt.run(() => Promise.resolve(done(3)), "noor");
    expect(attempt.problem).toBeNull();
  });

  test("what breaks off does not hold up what comes after it", async () => {
    const attempt = new Attempt();
    const broken = attempt.run(() => Promise.reject(new Error("gone")), "noor");
    const next = attempt.run(() => Promise.resolve(done(2)), "idris");
    await expect(broken).rejects.toThrow("gone");
    expect(await next).toBe(2);
    expect(attempt.busy).toBe(false);
  });

  test("a refusal of the window itself is shown at once, with all that is wrong", async () => {
    const attempt = new Attempt();
    const slow = call<number>();
    const pressed = attempt.run(slow.deed, "withdraw");
    await attempt.refuse(full, [{ field: "reason", what: "Waarom?" }]);
    expect(attempt.problem).toEqual(full);
    expect(attempt.at("reason")).toBe("Waarom?");
    slow.end(done(1));
    await pressed;
    expect(attempt.problem).toEqual(full);
  });
});
