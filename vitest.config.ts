import {svelte} from "@sveltejs/vite-plugin-svelte";
import {defineConfig} from "vitest/config";

const report = process.env["TEST_REPORT"];

export default defineConfig({
  plugins: [svelte()],
  test: {
    testTimeout: 120_000, // no test measures time; slow machines need some
    hookTimeout: 120_000,
    include: ["tests/**/*.test.ts"],
    ...(report && {outputFile: {json: report}})
  }
});
