import { FileSpreadsheet } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';

type Props = {
  over: boolean;
  /** Name of the file that is being read. */
  reading: string | null;
  trouble: string | null;
  onFile: (file: File) => void;
};

const kinds =
  '.xlsx,.csv,.tsv,.txt,.vcf,text/csv,text/vcard,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function DropZone({ over, reading, trouble, onFile }: Props) {
  const { t } = useTranslation('imports');
  const input = useRef<HTMLInputElement>(null);
  return (
    <section className={`drop card${over ? ' drop--over' : ''}`}>
      <FileSpreadsheet size={36} aria-hidden="true" className="drop__icon" />
      <h2 className="drop__title">
        {over ? (
          t('dropNow')
        ) : (
          <>
            <span className="drop__wide">{t('dropTitle')}</span>
            <span className="drop__narrow">{t('dropTitlePhone')}</span>
          </>
        )}
      </h2>
      <p className="muted drop__body">{t('dropBody')}</p>
      {trouble && (
        <p className="drop__trouble" role="alert">
          {trouble}
        </p>
      )}
      {reading === null ? (
        <Button kind="primary" size="large" onClick={() => input.current?.click()}>
          {t('choose')}
        </Button>
      ) : (
        <div className="drop__reading" role="status">
          <ProgressBar
            label={t('reading', { name: reading })}
            words={t('reading', { name: reading })}
            done={0}
            total={0}
          />
        </div>
      )}
      <p className="small">{t('dropSafe')}</p>
      <input
        ref={input}
        type="file"
        hidden
        accept={kinds}
        aria-label={t('choose')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file may be chosen again after it was mended.
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </section>
  );
}
