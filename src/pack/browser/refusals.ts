import type { BrowserContext, CDPSession, Page } from 'playwright-core';

/**
 * Collects the addresses that a document asked for and did not get. They come from three sides: requests, blocked or
 * not; issues of the security policy, for frames and media, which are stopped before they become a request; and windows
 * that open. A class because it gathers events over the life of a tab.
 */
export class Refusals {
  readonly #addresses = new Set<string>();
  /** The browser asks for `http:` images as `https:`; the author should read the address as it was written. */
  readonly #written = new Map<string, string>();

  async watch(context: BrowserContext, page: Page, protocol: CDPSession, allowed: (url: string) => boolean) {
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith('data:image/') && !allowed(url)) this.#addresses.add(url);
    });
    page.on('websocket', (socket) => this.#addresses.add(socket.url()));
    context.on('page', (popup) => {
      if (popup === page) return;
      this.#addresses.add(popup.url());
      popup.close().catch(() => {});
    });
    protocol.on('Audits.issueAdded', ({ issue }) => {
      const blocked = issue.details.contentSecurityPolicyIssueDetails?.blockedURL;
      if (blocked?.includes(':')) this.#addresses.add(blocked);
      const mixed = issue.details.mixedContentIssueDetails?.insecureURL;
      if (mixed) this.#written.set(mixed.replace('http:', 'https:'), mixed);
    });
    await protocol.send('Audits.enable');
  }

  clear() {
    this.#addresses.clear();
    this.#written.clear();
  }

  list(): string[] {
    return [...new Set([...this.#addresses].map((url) => this.#written.get(url) ?? url))].sort();
  }
}
