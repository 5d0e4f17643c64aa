/** A picture of the content in a page: what comes before its address, and the address as it stands there. */
export const pictureSource = /(<img [^>]*src=")(\/files\/[^"]+)"/g;

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The address of a picture by which assets are known, of one that stands in a page. */
export function pictureAddress(written: string): string {
  return decodeURI(written.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => signs[name] ?? ''));
}

/** The addresses of the pictures that a page shows, in order. */
export function picturesIn(page: string): string[] {
  return [...page.matchAll(pictureSource)].map(([, , address = '']) => pictureAddress(address));
}
