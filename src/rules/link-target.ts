import { posix } from 'node:path';
import { didYouMean, nearest } from '../diagnostics/nearest.ts';
import { addressOf } from '../library/addresses.ts';
import type { Library } from '../library/library.ts';
import { readLink } from '../library/links.ts';
import type { Body, Target } from '../markdown/body.ts';
import { figureNamed, isFigure } from '../registers/figures/figures.ts';
import { fieldAt } from './places.ts';
import type { Evidence, FoundAt, Rule } from './rule.ts';

const pictures = /\.(png|jpe?g|webp|svg)$/i;

export const linkTarget: Rule = {
  id: 'link-target',
  severity: 'error',
  binding: true,
  asks: 'Every link and image of a body leads to a file, heading or figure of the content, or to an address elsewhere; the logo is a picture of the content.',
  because: 'A dead link in a pack is a paper the board cannot read; a file from outside the content may be anything.',
  mend: 'Name the file from where the text stands, and put pictures beside the text.',
  check: (evidence, report) => {
    const { bodies } = evidence.records;
    const assets = new Set(evidence.library.assets);
    judgeLogo(evidence, assets, report);
    for (const [file, body] of bodies) {
      for (const target of body.targets) {
        const at: FoundAt = { file, line: target.line, column: target.column };
        const fault = judge(file, target, bodies, assets, evidence);
        if (fault !== undefined) report(at, fault.message, fault.hint);
      }
    }
  },
};

function judgeLogo({ records }: Evidence, assets: ReadonlySet<string>, report: Parameters<Rule['check']>[1]): void {
  const [entry] = records.organisation;
  const logo = entry?.data.brand?.logo;
  if (entry === undefined || logo === undefined) return;
  const at = fieldAt(entry, 'brand', 'logo');
  if (!assets.has(logo)) report(at, `There is no image "${logo}".`, didYouMean(logo, [...assets]));
  else if (!pictures.test(logo)) report(at, `"${logo}" is not an image.`, 'A logo is a PNG, JPEG, WebP or SVG file.');
}

interface Fault {
  readonly message: string;
  readonly hint?: string;
}

function judge(
  file: string,
  target: Target,
  bodies: ReadonlyMap<string, Body>,
  assets: ReadonlySet<string>,
  { unread, library }: Evidence,
): Fault | undefined {
  const link = readLink(file, target.href);
  const thing = target.kind === 'image' ? 'image' : 'link';
  if (link.kind === 'unsupported') {
    const message = `This ${thing} is a "${link.scheme}:" address, which is not allowed.`;
    return { message, hint: 'Link to a file of the content, or to an https address.' };
  }
  if (link.kind === 'outside') {
    const message = `This ${thing} leads outside the content folder.`;
    return { message, hint: 'Put the file inside the content folder, beside the text, and name it from there.' };
  }
  if (target.kind === 'image') return judgeImage(file, link, target, assets);
  if (link.kind === 'external') return undefined;
  // A figure may be of a file that could not be read.
  if (link.kind === 'figure') return unread.size > 0 ? undefined : unknownFigure(library, link.name);
  if (link.kind === 'anchor') return judgeAnchor(link.anchor, bodies.get(file));
  if (assets.has(link.file) || unread.has(link.file)) return undefined;
  if (addressOf(link.file) === undefined || !bodies.has(link.file)) {
    return {
      message: `There is no file "${link.file}" to link to.`,
      hint: didYouMeanFile(file, link.file, [...bodies.keys(), ...assets]),
    };
  }
  return link.anchor === '' ? undefined : judgeAnchor(link.anchor, bodies.get(link.file));
}

function judgeImage(
  file: string,
  link: ReturnType<typeof readLink>,
  target: Target,
  assets: ReadonlySet<string>,
): Fault | undefined {
  if (link.kind !== 'file') {
    return { message: 'This image is not a file of the content.', hint: 'Put the image beside the text.' };
  }
  if (!assets.has(link.file)) {
    return { message: `There is no image "${link.file}".`, hint: didYouMeanFile(file, link.file, [...assets]) };
  }
  if (!pictures.test(link.file)) {
    return { message: `"${link.file}" is not an image.`, hint: 'An image is a PNG, JPEG, WebP or SVG file.' };
  }
  if (target.text.trim() !== '') return undefined;
  return { message: 'This image has no text alternative.', hint: 'Say between the square brackets what it shows.' };
}

function unknownFigure(library: Library, name: string): Fault | undefined {
  const found = figureNamed(library, name);
  return isFigure(found) ? undefined : found;
}

/** The nearest file as the link would have to be written, from the file it stands in. */
function didYouMeanFile(from: string, typed: string, files: readonly string[]): string {
  const near = nearest(typed, files);
  return near === undefined ? '' : `Did you mean "${posix.relative(posix.dirname(from), near)}"?`;
}

function judgeAnchor(anchor: string, body: Body | undefined): Fault | undefined {
  if (body === undefined || anchor === '') return undefined;
  const known = [...body.headings.map((heading) => heading.anchor), ...body.paragraphs];
  if (known.includes(anchor)) return undefined;
  const names = known.map((name) => `#${name}`);
  const message = `There is no heading or paragraph "#${anchor}" to link to.`;
  return { message, hint: didYouMean(`#${anchor}`, names) };
}
