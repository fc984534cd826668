import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vitest/config";

// In production the page runs under a content security policy without inline
// scripts, styles or data: fonts, so nothing may be inlined.
export default defineConfig({
  plugins: [svelte(), svelteTesting()],
  base: "./",
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    // The committee's window and the room's.
    rollupOptions: { input: ["index.html", "room.html"] },
  },
  server: { port: 5173, strictPort: true, fs: { allow: [".."] } },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.ts", "tests/**/*.test.ts"],
    setupFiles: ["tests/setup.ts"],
    // Typing and looking by role take long in jsdom on a machine that is busy.
    testTimeout: 30_000,
  },
});
