import { html, type SafeHtml } from '@remix-run/html-template';
import { addresses } from '../library/addresses.ts';
import type { Library } from '../library/library.ts';
import { inWords } from '../registers/dates.ts';
import type { MeetingView } from '../registers/meetings.ts';
import { contentPolicy } from '../views/content-policy.ts';
import { versionAddress } from './issued-paths.ts';

/** What all pages of an issued version have in common. */
export interface VersionFrame {
  readonly library: Library;
  readonly view: MeetingView;
  /** `v1`, or `v1-s1` of a supplement. */
  readonly version: string;
  readonly marking: string;
  /** Address of the style sheet. */
  readonly style: string;
}

/** One page of an issued version. */
export interface VersionPage {
  readonly title: string;
  /** What it is called at the end of the trail, below the version itself; none for the page of the version. */
  readonly here?: string;
  readonly content: SafeHtml;
}

/** `Version 2`, or `Supplement 1 to version 2`. */
export function versionWords(version: string): string {
  const [, number = '', supplement] = /^v(\d+)(?:-s(\d+))?$/.exec(version) ?? [];
  return supplement === undefined ? `Version ${number}` : `Supplement ${supplement} to version ${number}`;
}

/**
 * A page of an issued version as a document. It never changes, so it does not say which version is the newest, only where
 * that always stands.
 */
export function versionPage(
  { library, view, version, marking, style }: VersionFrame,
  { title, here, content }: VersionPage,
): string {
  const { organisation } = library;
  const { board, date, id } = view;
  const words = versionWords(version);
  const meeting = `${board.data.name}, ${inWords(date)}`;
  const own = versionAddress(id, version);
  const mark = (at: string): SafeHtml =>
    html`<p class="marking marking-${at}"><span class="visually-hidden">Protective marking: </span>${marking}</p>`;
  const trail = [
    html`<li><a href="/">Home</a></li>`,
    html`<li><a href="${addresses.meeting(id)}">${meeting}</a></li>`,
    here === undefined ? '' : html`<li><a href="${own}">${words}</a></li>`,
    html`<li aria-current="page">${here ?? words}</li>`,
  ];
  const page = html`<!doctype html>
<html lang="${organisation.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${contentPolicy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${here === undefined ? words : `${here}, ${words.toLowerCase()}`}: ${meeting} – ${organisation.name}</title>
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${style}">
</head>
<body>
<a class="skip-link" href="#main">Skip to the content</a>
<header class="site-header">
${mark('top')}
<div class="page-width masthead"><a class="site-name" href="/"><span class="site-name-short">${organisation.short_name}</span> <span class="site-name-rest">Board papers</span></a></div>
</header>
<div class="page-width">
<nav class="breadcrumbs" aria-label="Breadcrumb"><ol>${trail}</ol></nav>
<aside class="version-banner" aria-label="Version"><p><b>${words}, as it was issued.</b> It stays as it is; <a href="${addresses.meeting(id)}">the page of the meeting</a> has the newest.</p></aside>
</div>
<main id="main" class="page-width content" tabindex="-1">
<div class="page-title"><p class="kicker">${meeting}</p><h1>${title}</h1></div>
${content}
</main>
<footer class="site-footer">
<div class="page-width"><p class="footer-name">${organisation.name}</p>${organisation.notice === undefined ? '' : html`<p class="notice">${organisation.notice}</p>`}</div>
${mark('foot')}
</footer>
</body>
</html>
`;
  return String(page);
}
