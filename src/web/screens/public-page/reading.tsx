import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { markdownQuery } from '../../data/public-page.ts';

/** What a reader will see. The server makes the HTML: without tags of one's own, scripts and pictures, as the page and the mail have it. */
export function Reading({ markdown }: { markdown: string }) {
  const { t } = useTranslation('publicPage');
  const [settled, setSettled] = useState(markdown);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(markdown), 300);
    return () => clearTimeout(timer);
  }, [markdown]);
  const { data } = useQuery({ ...markdownQuery(settled), placeholderData: keepPreviousData });
  return (
    <section className="public-page__reading" aria-label={t('see')}>
      <h3>{t('see')}</h3>
      <div dangerouslySetInnerHTML={{ __html: data?.html ?? '' }} />
    </section>
  );
}
