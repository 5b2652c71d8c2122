import {svelte} from "@sveltejs/vite-plugin-svelte";
import {defineConfig} from "vitest/config";

const report = process.env["TEST_REPORT"];

export default defineConfig({
  plugins: [svelte()],
  test: {
    include: ["tests/**/*.test.ts"],
    ...(report && {outputFile: {json: report}})
  }
});
