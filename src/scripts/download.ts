/** Hands a text to the reader as a file, which never leaves the device. */
export function download(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers ask first where the file is to go.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
