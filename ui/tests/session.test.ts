/** A session as somebody holds it who is in a hurry. */
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, test } from "vitest";

import App from "../src/App.svelte";
import { memoryHost, type MemoryHost } from "../src/host/memory";

const assessment = "assessment-example";
let host: MemoryHost;

beforeEach(async () => {
  host = memoryHost();
  await host.call("open_example", {});
});
afterEach(() => cleanup());

async function runningSession() {
  const outcome = await host.call("sessions_page", { assessment });
  const running = outcome.ok && outcome.value.sessions.find(({ state }) => state === "running");
  if (!running) throw new Error("The example has no running session.");
  return running.id;
}

async function present(session: string) {
  const outcome = await host.call("session_page", { assessment, session });
  if (!outcome.ok) throw new Error(outcome.problem.what);
  return outcome.value.attendance.filter((one) => one.present).map(({ name }) => name);
}

test("two people who leave at the same moment are both noted", async () => {
  const session = await runningSession();
  window.location.hash = `#/assessments/${assessment}/sessions/${session}`;
  render(App, { host });
  await screen.findByRole("heading", { level: 1 });
  const before = await present(session);
  const [first, second] = await screen.findAllByRole("button", { name: /^Gaat weg/ });
  if (first === undefined || second === undefined) throw new Error("Nobody is there.");
  void fireEvent.click(first);
  void fireEvent.click(second);
  await waitFor(async () => expect(await present(session)).toHaveLength(before.length - 2));
});
