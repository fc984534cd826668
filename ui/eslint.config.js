import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";

import svelteConfig from "./svelte.config.js";

export default ts.config(
  { ignores: ["dist", "dist-memory", "src/generated"] },
  ...ts.configs.strict,
  ...ts.configs.stylistic,
  ...svelte.configs.recommended,
  {
    files: ["**/*.ts", "**/*.svelte"],
    languageOptions: {
      globals: globals.browser,
      parserOptions: {
        projectService: { allowDefaultProject: ["*.js"] },
        extraFileExtensions: [".svelte"],
        parser: ts.parser,
        svelteConfig,
      },
    },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "no-restricted-properties": [
        "error",
        { property: "innerHTML", message: "Nothing is ever written as HTML." },
        { property: "outerHTML", message: "Nothing is ever written as HTML." },
        { property: "insertAdjacentHTML", message: "Nothing is ever written as HTML." },
      ],
      // Addresses are made by `addressOf` and stay within the page.
      "svelte/no-navigation-without-resolve": "off",
      "svelte/no-at-html-tags": "error",
      "svelte/no-inline-styles": ["error", { allowTransitions: false }],
      "svelte/no-target-blank": "error",
      "svelte/button-has-type": "error",
      "svelte/require-each-key": "error",
    },
  },
  {
    files: ["src/**/*"],
    ignores: ["src/host/tauri.ts", "src/host/tauri.test.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [{ group: ["@tauri-apps/*"], message: "Only src/host/tauri.ts knows Tauri." }],
        },
      ],
    },
  },
);
