import js from "@eslint/js";
import astro from "eslint-plugin-astro";
import svelte from "eslint-plugin-svelte";
import {defineConfig, globalIgnores} from "eslint/config";
import globals from "globals";
import typescript from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

export default defineConfig(
  globalIgnores(["dist/", ".astro/", "test-results/", "training/", "tests/fixtures/", "tests/gold/", "public/models/"]),
  js.configs.recommended,
  typescript.configs.recommended,
  svelte.configs.recommended,
  astro.configs.recommended,
  {
    languageOptions: {globals: {...globals.browser, ...globals.node}},
    rules: {
      eqeqeq: ["error", "always", {null: "ignore"}],
      "no-undef": "off", // the type check knows better
      "@typescript-eslint/consistent-type-imports": ["error", {fixStyle: "inline-type-imports"}]
    }
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: {parserOptions: {parser: typescript.parser, extraFileExtensions: [".svelte"], svelteConfig}}
  },
  {files: ["content/en/cells/**"], rules: {"@typescript-eslint/no-unused-expressions": "off"}}, // a cell shows what it ends in
  {files: ["public/*-worker.js"], languageOptions: {globals: globals.serviceworker}}
);
