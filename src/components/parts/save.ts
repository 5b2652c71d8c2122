/** Saves what a figure shows as a file. */

/** Offers text as a download. */
export function saveText(text: string, name: string, type: string): void {
  saveBlob(new Blob([text], {type}), name);
}

/** Offers a file as a download. */
export function saveBlob(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
