import { execFile } from "node:child_process";

import { expect, test } from "vitest";

// A checker that has gone silent would let everything pass.
test("the type checker reports an injected error in a component", async () => {
  const { code, output } = await svelteCheck("tests/injected-error/tsconfig.json");
  expect(output).toContain("Wrong.svelte");
  expect(output).toContain("not assignable to type 'number'");
  expect(code).not.toBe(0);
}, 120_000);

function svelteCheck(tsconfig: string): Promise<{ code: number | null; output: string }> {
  const program = "node_modules/svelte-check/bin/svelte-check";
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [program, "--tsconfig", tsconfig],
      (_, stdout, stderr) => {
        resolve({ code: child.exitCode, output: stdout + stderr });
      },
    );
  });
}
