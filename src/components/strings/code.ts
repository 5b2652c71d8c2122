/** Labels of the code export. */
export const codeStrings = {
  en: {
    dialects: "Write it in",
    label: (title: string, dialect: string): string => `${title} in ${dialect}`,
    loading: (dialect: string): string => `Fetching the writer of ${dialect} …`,
    failed: (dialect: string): string => `The writer of ${dialect} did not arrive; choose it again to try once more.`,
    notebook: "Download .ipynb",
    notebookFailed: "The notebook could not be made: its writer did not arrive. Try again."
  }
} as const;
