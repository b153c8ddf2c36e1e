import { useTranslation } from 'react-i18next';
import { Download, FileText, Paperclip, Trash2 } from 'lucide-react';
import type { PersonFile } from '#contract/person-file';
import { fileActs, fileAddress } from '../../data/files.ts';
import { useAct } from '../../data/use-act.ts';
import { useFormat } from '../../ui/use-format.ts';

type Props = { personId: string; file: PersonFile; mayWrite: boolean; reachable: boolean };

/** A file with its size and day; without a connection it is named, and cannot be had. */
export function FileLine({ personId, file, mayWrite, reachable }: Props) {
  const { t } = useTranslation('person');
  const format = useFormat();
  const { name } = file;
  const remove = useAct({
    run: () => fileActs.remove(personId, file.id),
    says: () => t('files.removed', { name }),
    change: (out) => out.changeId,
  });
  const about = [
    format.bytes(file.size),
    format.dayOf(file.at),
    file.mailId === null ? file.member : t('files.byMail'),
    !file.kept && t('files.tooLarge'),
  ].filter((text) => typeof text === 'string');
  const Icon = file.mailId === null ? FileText : Paperclip;
  return (
    <li className="files__line">
      <Icon size={18} aria-hidden="true" className="files__icon" />
      <div className="files__what">
        <p className="files__name">
          {file.kept && reachable ? (
            <a href={fileAddress(personId, file)} download={name}>
              {name} <Download size={15} aria-hidden="true" />
              <span className="only-read">{t('files.download')}</span>
            </a>
          ) : (
            name
          )}
        </p>
        <p className="muted small">{about.join(' · ')}</p>
      </div>
      {mayWrite && file.mailId === null && (
        <button
          type="button"
          className="menu__button"
          aria-label={t('files.remove', { name })}
          title={t('files.remove', { name })}
          disabled={remove.isPending}
          onClick={() => remove.mutate(undefined)}
        >
          <Trash2 size={18} aria-hidden="true" />
        </button>
      )}
    </li>
  );
}
