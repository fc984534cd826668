import { defineConfig } from "vitest/config";

// Every page in a real browser. Needs Chromium; `CHROMIUM` names it when it is not in its usual place.
export default defineConfig({
  test: {
    environment: "node",
    include: ["tests/pages/*.pages.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
