import { decodeHTMLAttribute } from 'entities';

/** A picture of the content in a page: what comes before its address, and the address as it stands there. */
export const pictureSource = /(<img [^>]*src=")(\/files\/[^"]+)"/g;

/** The address of a picture by which assets are known, of one that stands in a page. */
export function pictureAddress(written: string): string {
  return decodeURI(decodeHTMLAttribute(written));
}

/** The addresses of the pictures that a page shows, in order. */
export function picturesIn(page: string): string[] {
  return [...page.matchAll(pictureSource)].map(([, , address = '']) => pictureAddress(address));
}
