import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Camera, FileText, Plus } from 'lucide-react';
import type { PersonFile } from '#contract/person-file';
import { useMayWrite } from '../../data/me.ts';
import { useConnection } from '../../offline/use-outbox.ts';
import { Button } from '../../ui/button.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { FileLine } from './file-line.tsx';
import { useDropOn } from './use-drop-on.ts';
import { useUploads } from './use-uploads.ts';
import './files.css';

/** So many at first; somebody may have hundreds. */
const atOnce = 8;

type Props = { personId: string; files: readonly PersonFile[]; restricted: boolean };

/** What is kept with a person: chosen, dropped, or taken with the camera; what came with their mails stands there too. */
export function Files({ personId, files, restricted }: Props) {
  const { t } = useTranslation('person');
  const format = useFormat();
  const { reachable } = useConnection();
  const mayWrite = useMayWrite() && !restricted;
  const { uploads, add, again, leave } = useUploads(personId);
  const [all, setAll] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const drop = useDropOn(mayWrite ? add : null);
  const choose = (input: HTMLInputElement) => {
    const chosen = [...(input.files ?? [])];
    // The same one may be chosen again after it was refused.
    input.value = '';
    add(chosen);
  };
  const shown = all ? files : files.slice(0, atOnce);
  return (
    <section className={`files${drop.over ? ' files--over' : ''}`} aria-labelledby="files" {...drop.on}>
      <header className="files__head">
        <h2 id="files">{t('files.title')}</h2>
        {mayWrite && (
          <div className="files__acts">
            <span className="files__camera">
              <Button
                size="small"
                icon={<Camera size={16} aria-hidden="true" />}
                onClick={() => camera.current?.click()}
              >
                {t('files.photo')}
              </Button>
            </span>
            <Button size="small" icon={<Plus size={16} aria-hidden="true" />} onClick={() => chooser.current?.click()}>
              {t('files.add')}
            </Button>
            <input
              ref={chooser}
              type="file"
              multiple
              hidden
              aria-label={t('files.add')}
              onChange={(event) => choose(event.target)}
            />
            <input
              ref={camera}
              type="file"
              accept="image/*"
              capture="environment"
              hidden
              aria-label={t('files.photo')}
              onChange={(event) => choose(event.target)}
            />
          </div>
        )}
      </header>
      {!reachable && files.length > 0 && <p className="muted small">{t('files.offline')}</p>}
      {uploads.length + files.length === 0 ? (
        <p className="files__empty">
          <FileText size={20} aria-hidden="true" /> {mayWrite ? t('files.empty') : t('files.none')}
        </p>
      ) : (
        <ul className="files__list">
          {uploads.map((upload) => (
            <li key={upload.id} className="files__line" role={upload.trouble === null ? 'status' : 'alert'}>
              <div className="files__what">
                <p className="files__name">{upload.file.name}</p>
                <p className={upload.trouble === null ? 'muted small' : 'small files__trouble'}>
                  {upload.trouble ?? t('files.coming', { size: format.bytes(upload.file.size) })}
                </p>
              </div>
              {upload.trouble !== null && (
                <div className="files__acts">
                  <Button size="small" onClick={() => leave(upload.id)}>
                    {t('files.leave')}
                  </Button>
                  {upload.mayTry && (
                    <Button size="small" onClick={() => again(upload.id)}>
                      {t('files.again')}
                    </Button>
                  )}
                </div>
              )}
            </li>
          ))}
          {shown.map((file) => (
            <FileLine key={file.id} personId={personId} file={file} mayWrite={mayWrite} reachable={reachable} />
          ))}
        </ul>
      )}
      {files.length > shown.length && (
        <Button onClick={() => setAll(true)}>{t('files.more', { count: files.length - shown.length })}</Button>
      )}
    </section>
  );
}
