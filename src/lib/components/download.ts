/** Hands a file made in the page to the reader. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Chromium reads the file after the click returns.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Address of a figure in the page at `href`, with the choices that the address carries. */
export function permalink(href: string, id: string): string {
  const url = new URL(href);
  url.hash = id;
  return url.href;
}
