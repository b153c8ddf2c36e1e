import type { BrowserContext, Page } from 'playwright-core';

/**
 * Everything that must not happen on any screen: an error in the console (which is where a breach of the content security policy is
 * told as well), an error that nobody caught, a request to another address than ours. The list grows while one walks.
 */
export function listenForComplaints(context: BrowserContext, origin: string): string[] {
  const complaints: string[] = [];
  context.on('console', (message) => {
    // The tests keep it out where a journey is not about it, and say so here.
    if (message.text() === 'Service Worker registration blocked by Playwright') return;
    if (message.type() === 'error' || message.type() === 'warning') {
      complaints.push(`console: ${message.text()} (${message.location().url}, on ${pathOf(message.page())})`);
    }
  });
  context.on(
    'weberror',
    (error) => void complaints.push(`uncaught on ${pathOf(error.page())}: ${String(error.error().stack)}`),
  );
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== origin) complaints.push(`request elsewhere: ${request.url()}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()}: ${response.url()}`);
  });
  return complaints;
}

function pathOf(page: Page | null): string {
  const at = page?.url() ?? '';
  return URL.canParse(at) ? new URL(at).pathname : 'no page';
}
