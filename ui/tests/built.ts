/** The pages as the build makes them, in a process of its own so that no test setting reaches it. */
import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { promisify } from "node:util";

/** What the build made: contents by the path in the folder. */
export async function built(mode: "production" | "memory"): Promise<ReadonlyMap<string, Buffer>> {
  const folder = mkdtempSync(join(tmpdir(), "verantwoord-ui-"));
  try {
    const env = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => name !== "NODE_ENV" && name !== "VITEST"),
    );
    const vite = join("node_modules", "vite", "bin", "vite.js");
    await promisify(execFile)(
      process.execPath,
      [vite, "build", "--mode", mode, "--outDir", folder],
      {
        env,
      },
    );
    return new Map(filesIn(folder).map((path) => [named(folder, path), readFileSync(path)]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Every file in a folder and the folders in it. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

function named(folder: string, path: string): string {
  return relative(folder, path).split(sep).join("/");
}
