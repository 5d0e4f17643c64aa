/**
 * Puts another document in the place of the one that a page holds, where they differ in nothing but their bodies, titles
 * and the attributes of `<html>`. The style sheets stay, and the fonts with them: sending and unpacking those again took
 * more time for each part of a pack than setting it.
 *
 * Runs in the page, and must be complete in itself. What a parser made apart from a page holds no script that could ever
 * run.
 *
 * @returns the addresses of the pictures that have gone; null where the document must be opened anew, and nothing was done
 */
export function exchangeBody(html: string): string[] | null {
  const next = new DOMParser().parseFromString(html, 'text/html');
  const heads: string[] = [];
  for (const head of [document.head, next.head]) {
    const copy = head.cloneNode(true) as HTMLElement;
    copy.querySelector('title')?.remove();
    heads.push(copy.innerHTML.trim());
  }
  if (heads[0] !== heads[1] || document.compatMode !== next.compatMode) return null;
  // Whatever loads something, other than a picture, or changes the document as a whole: it is rare, and opening is sure.
  const wayward =
    'script, style, link, meta, base, template, iframe, frame, frameset, fencedframe, portal, object, embed, applet, ' +
    'video, audio, picture, source, track, image, use, feImage, input, [srcset], [background], [style*="url" i]';
  if (next.body.localName !== 'body' || next.body.matches(wayward) || next.body.querySelector(wayward)) return null;

  const gone: string[] = [];
  for (const image of document.images) gone.push(image.currentSrc);
  const root = document.documentElement;
  for (const { name } of [...root.attributes]) root.removeAttribute(name);
  for (const { name, value } of next.documentElement.attributes) root.setAttribute(name, value);
  document.title = next.title;
  document.body.replaceWith(document.adoptNode(next.body));
  return gone;
}
