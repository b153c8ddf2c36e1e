import { calculatorFields, type CalculatorInput, calculatorOrder, calculatorQuery } from '#core/public-page/calculator';
import { leftLying } from '#core/persistence/left-lying';
import { estimate, fractionOf, money, number, percent } from '#i18n/format';
import type { ShownPage } from '#usecases/public-page/open-page';
import { html, type Html } from '../html.ts';
import { trail } from '../layout.ts';
import { type SiteLanguage, wordsIn } from '../words.ts';

/** The form and its result. It works by its button alone; with the script also while one slides (files/script.ts). */
export function calculator(page: ShownPage, language: SiteLanguage, input: CalculatorInput, url: string): Html {
  const t = wordsIn(language);
  return html`<section class="card" aria-labelledby="calculator-title">
    <header>
      <h2 id="calculator-title">${t('calculator')}</h2>
      <p class="muted">${t('calculatorAbout')}</p>
    </header>
    <form id="calculator" method="get" action="/p/${page.slug}/${language}#result">
      ${calculatorOrder.map((field) => inputs(page, language, field, input[field]))}
      <div><button class="button button--plain">${t('compute')}</button></div>
    </form>
    <div class="result" id="result" aria-live="polite">${result(page, language, input, url)}</div>
  </section>`;
}

function inputs(page: ShownPage, language: SiteLanguage, field: keyof CalculatorInput, value: number): Html {
  const t = wordsIn(language);
  const { short, least, most, sliderMost } = calculatorFields[field];
  const label = t(field, { currency: currencySign(language, page.currency) });
  return html`<div class="field">
    <label for="${short}">${label}</label>
    <div class="pair">
      <input
        type="range"
        name="${short}s"
        min="${least}"
        max="${sliderMost}"
        value="${Math.min(value, sliderMost)}"
        aria-label="${t('slider', { label })}"
      />
      <input
        type="number"
        id="${short}"
        name="${short}"
        min="${least}"
        max="${most}"
        step="1"
        inputmode="numeric"
        required
        value="${value}"
      />
      <input type="hidden" name="${short}0" value="${value}" />
    </div>
  </div>`;
}

function result(page: ShownPage, language: SiteLanguage, input: CalculatorInput, url: string): Html {
  const t = wordsIn(language);
  const { currency } = page;
  const value = input.value * 10 ** fractionOf(currency);
  const left = leftLying({ ...input, value, chance: input.chance / 100 });
  const round = (amount: number) => estimate(language, Math.round(amount), currency);
  const marks = html`${trail(input.stopAfter, input.stopAfter < 12 ? input.stopAfter + 1 : null)}
    <p class="muted small">${t('trail', { number: input.stopAfter })}</p>`;
  const share = html`<details>
    <summary>${t('share')}</summary>
    <div class="stack">
      <p class="muted">${t('shareAbout')}</p>
      <p class="share"><a href="${url}?${calculatorQuery(input)}">${url}?${calculatorQuery(input)}</a></p>
    </div>
  </details>`;
  if (input.stopAfter >= 12)
    return html`${marks}
      <p class="lead">${t('resultNothing')}</p>
      ${share}`;
  const letGo = number(language, Math.round(left.letGo));
  const later = percent(language, left.later, 1);
  return html`${marks}
    <p class="muted">${t('result')}</p>
    <p class="amount">${round(left.amount)}</p>
    <p>${t('range', { low: round(left.low), high: round(left.high) })}</p>
    <details>
      <summary>${t('formula')}</summary>
      <div class="stack">
        <ol class="formula">
          <li>
            ${t('formulaYear', { perMonth: number(language, input.newPerMonth), prospects: number(language, left.prospects) })}
          </li>
          <li>${t('formulaLetGo', { number: input.stopAfter, letGo })}</li>
          <li>
            ${t('formulaLater', { later, low: percent(language, left.laterLow, 1), high: percent(language, left.laterHigh, 1) })}
          </li>
          <li>
            ${t('formulaSum', { letGo, later, value: money(language, value, currency), amount: round(left.amount) })}
          </li>
        </ol>
        <p>${t('formulaRange')}</p>
        <p>${t('formulaTime', { moments: number(language, Math.round(left.moments)) })}</p>
        <p class="muted small">${t('source')}</p>
      </div>
    </details>
    ${share}`;
}

/** `€`, or the letters where a currency has no sign of its own. */
function currencySign(language: SiteLanguage, currency: string): string {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  return format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency;
}
