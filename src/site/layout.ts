import type { ShownPage } from '#usecases/public-page/open-page';
import { html, Html, type Piece } from './html.ts';
import { type SiteLanguage, wordsIn } from './words.ts';

export type Frame = {
  page: ShownPage;
  language: SiteLanguage;
  title: string;
  /** Where the same page is in the other language; none on pages of a link, which know their reader's. */
  switchTo?: string;
  /** A link of one person: no search engine keeps it, and no other site hears of it. */
  isPrivate?: boolean;
  withScript?: boolean;
};

/** Changes with what is in it, so that a browser may keep it for a year. */
export const styleAddress = ({ workspaceId, slug, colour }: ShownPage, mark: string): string =>
  workspaceId === '' ? `/p/style.css?v=${mark}` : `/p/${slug}/style.css?v=${colour.slice(1)}-${mark}`;

/** A whole page. */
export function layout(mark: string, frame: Frame, content: Piece): string {
  const { page, language, title, switchTo, isPrivate, withScript } = frame;
  const t = wordsIn(language);
  const home = `/p/${page.slug}/${language}`;
  const whole: Html = html`<html lang="${language}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title} · ${page.name}</title>
      ${isPrivate === true && html`<meta name="robots" content="noindex" /><meta name="referrer" content="no-referrer" />`}
      <meta name="color-scheme" content="light dark" />
      <link rel="stylesheet" href="${styleAddress(page, mark)}" />
      <link rel="icon" href="/mark.svg" type="image/svg+xml" />
      ${withScript === true && html`<script src="/p/site.js?v=${mark}" defer></script>`}
    </head>
    <body>
      <a class="skip" href="#content">${t('skip')}</a>
      <header class="bar">
        ${page.workspaceId === '' ? html`<span class="brand">${brandMark}<span>${page.name}</span></span>` : html`<a class="brand" href="${home}">${brandMark}<span>${page.name}</span></a>`}
        ${switchTo !== undefined && html`<a href="${switchTo}" hreflang="${language === 'nl' ? 'en' : 'nl'}" lang="${language === 'nl' ? 'en' : 'nl'}">${t('otherLanguage')}</a>`}
      </header>
      <main class="page" id="content" tabindex="-1">
        ${!page.isOn && isPrivate !== true && html`<p class="notice" role="status">${t('preview')}</p>`} ${content}
      </main>
      <footer class="foot">
        ${page.sender !== null && html`<p>${lines(`${page.name}\n${page.sender}`)}</p>`}
        <p>${t('foot')}</p>
        <p>${t('madeWith')}</p>
      </footer>
    </body>
  </html>`;
  return `<!doctype html>\n${whole.text}`;
}

/** Text of several lines as it was typed. */
function lines(text: string): Piece {
  return text.split('\n').map((line, index) => html`${index > 0 && new Html('<br>')}${line}`);
}

/** A path upward with one ember point, the next step (identity.md). */
const brandMark = html`<svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true" class="mark">
  <path d="M5 27 16 5l11 22" />
  <circle cx="16" cy="21.5" r="3.5" />
</svg>`;

/** A page that says one thing. */
export function saying(heading: string, body: Piece, next: Piece = null): Html {
  return html`<section class="card">
    <header><h1>${heading}</h1></header>
    <div class="stack">${body}</div>
    ${next}
  </section>`;
}

/** Twelve marks: so many held, the next one ringed. For who cannot see it, the text beside it says the same. */
export function trail(held: number, next: number | null): Html {
  const marks = Array.from({ length: 12 }, (_, index) => {
    const number = index + 1;
    return html`<li class="${number <= held ? 'held' : number === next ? 'next' : ''}"></li>`;
  });
  return html`<ol class="trail" aria-hidden="true">
    ${marks}
  </ol>`;
}
