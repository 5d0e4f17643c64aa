import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import type { BuiltSite } from './built-site.ts';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // How the generator writes the page; no reader is the worse for it.
    'doctype-style': 'off',
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    // Styles come from the same place as the page.
    'require-sri': ['error', { target: 'crossorigin' }],
    // The numbered headings of minutes begin with a digit, and so do their anchors, which HTML allows.
    'valid-id': ['error', { relaxed: true }],
    // Titles carry the name of the organisation, which is not for us to shorten.
    'long-title': 'off',
    // A paragraph with the role of a note, and the region that makes a wide table scroll, have no element of their own.
    'prefer-native-element': ['error', { exclude: ['region'] }],
  },
});

/** What is not valid HTML in some pages of a site, one line for each fault. */
export async function invalidHtml(site: BuiltSite, addresses: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const address of addresses) {
    const file = join(site.folder, address.endsWith('/') ? `${address}index.html` : address);
    const report = await validator.validateFile(file);
    for (const { messages } of report.results) {
      faults.push(...messages.map(({ ruleId, message, selector }) => `${address} ${ruleId}: ${message} ${selector}`));
    }
  }
  return faults;
}
