import { siteWord, type SiteKey, type SiteLanguage } from '#i18n/site/words';
import { oneLine } from '#core/public-page/one-line';
import { toHtml } from './markdown.ts';

export type Mail = { subject: string; text: string; html: string };

/** A piece of a mail: text, Markdown, or an address to go to. */
type Piece = { text: string } | { markdown: string } | { label: string; url: string };

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
}

/** Markdown reads as text by itself, but for the signs before a heading and around what is bold. */
const plainOf = (markdown: string): string =>
  markdown
    .trim()
    .replaceAll(/^#{1,6} +/gm, '')
    .replaceAll(/\*\*(.+?)\*\*/g, '$1');

/** Plain and HTML of the same: no picture, nothing that is fetched, nothing that tells that it was opened. */
export function mailOf(
  language: SiteLanguage,
  subject: string,
  pieces: readonly Piece[],
  foot: readonly Piece[],
): Mail {
  const text = (piece: Piece): string =>
    'text' in piece ? piece.text : 'markdown' in piece ? plainOf(piece.markdown) : `${piece.label}\n${piece.url}`;
  const html = (piece: Piece): string =>
    'text' in piece
      ? `<p>${escapeHtml(piece.text).replaceAll('\n', '<br>\n')}</p>`
      : 'markdown' in piece
        ? toHtml(piece.markdown)
        : `<p>${escapeHtml(piece.label)}<br><a href="${escapeHtml(piece.url)}">${escapeHtml(piece.url)}</a></p>`;
  return {
    subject: oneLine(subject),
    text: `${pieces.map(text).join('\n\n')}\n\n-- \n${foot.map(text).join('\n')}\n`,
    html: `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head><body style="font-family:system-ui,sans-serif;font-size:16px;line-height:1.5;max-width:36em">${pieces.map(html).join('\n')}<hr><div style="font-size:14px;color:#5a6468">${foot.map(html).join('\n')}</div></body></html>`,
  };
}

/** Who sends: the name, and what the owner wrote about it. */
export type Sender = { name: string; sender: string | null };

const fromWhom = ({ name, sender }: Sender): Piece[] => [{ text: sender ? `${name}\n${sender}` : name }];

type Words = (key: SiteKey, facts?: Readonly<Record<string, string | number>>) => string;
const wordsIn =
  (language: SiteLanguage): Words =>
  (key, facts) =>
    siteWord(language, key, facts);

/** "Was it you?": the name that was typed is not in it, as anybody may type anything in anybody's name. */
export function confirmMail(
  language: SiteLanguage,
  sender: Sender,
  asked: { module: boolean; tips: boolean },
  url: string,
): Mail {
  const t = wordsIn(language);
  const list = [...(asked.module ? [t('confirmModule')] : []), ...(asked.tips ? [t('confirmTips')] : [])];
  return mailOf(
    language,
    `${t('mailConfirmSubject')}: ${sender.name}`,
    [
      { text: t('mailConfirmHello') },
      { text: t('mailConfirmBody', { name: sender.name }) },
      { markdown: list.map((line) => `- ${line}`).join('\n') },
      { label: t('mailConfirmAct'), url },
      { text: t('mailConfirmNot') },
    ],
    fromWhom(sender),
  );
}

export function knownMail(language: SiteLanguage, sender: Sender, url: string): Mail {
  const t = wordsIn(language);
  return mailOf(
    language,
    `${t('mailKnownSubject')}: ${sender.name}`,
    [
      { text: t('mailConfirmHello') },
      { text: t('mailKnownBody', { name: sender.name }) },
      { label: t('mailKnownAct'), url },
    ],
    fromWhom(sender),
  );
}

type Series = { sender: Sender; day: string; leaveUrl: string };

function seriesFoot(t: Words, { sender, day, leaveUrl }: Series): Piece[] {
  return [
    { text: t('mailWhy', { name: sender.name, day }) },
    { label: t('mailStop'), url: leaveUrl },
    ...fromWhom(sender),
  ];
}

export function lessonMail(
  language: SiteLanguage,
  lesson: { number: number; title: string; body: string; act: string },
  series: Series & { courseUrl: string },
): Mail {
  const t = wordsIn(language);
  const page = lesson.number === 12 ? 'mailLessonLast' : lesson.number === 1 ? 'mailNames' : 'mailLessonPage';
  return mailOf(
    language,
    t('mailLessonSubject', { number: lesson.number, title: lesson.title }),
    [
      { markdown: `# ${lesson.title}\n\n${lesson.body}` },
      { markdown: `## ${t('act')}\n\n${lesson.act}` },
      { label: t(page), url: series.courseUrl },
    ],
    seriesFoot(t, series),
  );
}

export function tipMail(language: SiteLanguage, tip: { title: string; body: string }, series: Series): Mail {
  return mailOf(
    language,
    tip.title,
    [{ markdown: `# ${tip.title}\n\n${tip.body}` }],
    seriesFoot(wordsIn(language), series),
  );
}
