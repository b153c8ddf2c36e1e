import { dayIn } from '#core/day/day';
import { fullDate } from '#i18n/format';
import type { ShownPage } from '#usecases/public-page/open-page';
import type { ArchivedTip } from '#usecases/public-page/tips';
import { toHtml } from '#usecases/public-page/markdown';
import { html, type Html, trusted } from '../html.ts';
import { type SiteLanguage, wordsIn } from '../words.ts';

export function tipsPage(page: ShownPage, language: SiteLanguage, tips: readonly ArchivedTip[]): Html {
  const t = wordsIn(language);
  return html`<section class="card">
    <header>
      <h1>${t('tips')}</h1>
      <p class="muted">${tips.length === 0 ? t('tipsNone') : t('tipsAbout')}</p>
    </header>
    <ul class="lessons">
      ${tips.map(
        (tip) =>
          html`<li>
            <div class="stack">
              <a href="/p/${page.slug}/${language}/tips/${tip.id}">${tip.title}</a>
              <p class="muted small">${dayOf(page, language, tip)}</p>
            </div>
          </li>`,
      )}
    </ul>
    <div><a class="button" href="/p/${page.slug}/${language}#sign-up">${t('signUp')}</a></div>
  </section>`;
}

export function tipPage(page: ShownPage, language: SiteLanguage, tip: ArchivedTip): Html {
  const t = wordsIn(language);
  return html`<article class="card">
    <header>
      <p class="muted small">${dayOf(page, language, tip)}</p>
      <h1>${tip.title}</h1>
    </header>
    <div class="text">${trusted(toHtml(tip.body))}</div>
    <div class="row"><a class="button button--plain" href="/p/${page.slug}/${language}/tips">${t('tipsBack')}</a></div>
  </article>`;
}

const dayOf = ({ timeZone }: ShownPage, language: SiteLanguage, { sentAt }: ArchivedTip): string =>
  fullDate(language, dayIn(sentAt, timeZone));
