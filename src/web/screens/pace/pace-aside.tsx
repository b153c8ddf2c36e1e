import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pace } from '#contract/pace';
import { useMayWrite } from '../../data/me.ts';
import { paceQuery } from '../../data/pace.ts';
import { useUndo } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { PaceSheet } from './pace-sheet.tsx';
import { usePaceWords } from './use-pace-words.ts';
import './pace.css';

/** "Fits your hour: about 20 active", and what that means for the rest (definition 11). Nothing while there is nothing open. */
export function PaceAside() {
  const { t } = useTranslation('pace');
  const mayWrite = useMayWrite();
  const { data: pace } = useQuery(paceQuery());
  const [choosing, setChoosing] = useState(false);
  if (!pace || pace.open === 0) return null;
  return (
    <section aria-labelledby="pace" className="pace">
      <h2 id="pace">{t('title')}</h2>
      <PaceSays pace={pace} />
      {pace.lastChange && <LastChange change={pace.lastChange} mayUndo={mayWrite} />}
      {mayWrite && (
        <Button kind="quiet" className="pace__choose" onClick={() => setChoosing(true)}>
          {t('choose')}
        </Button>
      )}
      {choosing && <PaceSheet pace={pace} onClose={() => setChoosing(false)} />}
    </section>
  );
}

export function PaceSays({ pace }: { pace: Pace }) {
  const { t } = useTranslation('pace');
  const format = useFormat();
  const { often } = usePaceWords();
  const minutes = format.minutesLong(pace.minutesADay);
  const open = format.number(pace.open);
  if (pace.rest === 0 && pace.active <= pace.fits) {
    const room = pace.fits - pace.open;
    return (
      <p>{t(room > 0 ? 'allFit' : 'allFitFull', { count: pace.open, n: open, minutes, room: format.number(room) })}</p>
    );
  }
  const active = format.number(pace.active);
  // As it stands now: what was set by hand or taken back may be over what fits.
  const slow = Math.max(0, pace.open - pace.active);
  return (
    <>
      <p>
        <strong className="number">{t('fits', { count: pace.fits, minutes })}</strong>
      </p>
      <p className="muted small number">
        {t('now', {
          count: pace.active,
          n: pace.activeMore ? t('moreThan', { n: active }) : active,
          open: pace.openMore ? t('moreThan', { n: open }) : open,
        })}{' '}
        {slow > 0 &&
          (pace.openMore
            ? t('restMore', { n: format.number(slow) })
            : t('rest', { count: slow, n: format.number(slow), often: often(pace.slowEveryDays) }))}
      </p>
      <p className="muted small">{t('how')}</p>
    </>
  );
}

function LastChange({ change, mayUndo }: { change: NonNullable<Pace['lastChange']>; mayUndo: boolean }) {
  const { t } = useTranslation('pace');
  const format = useFormat();
  const undo = useUndo();
  const [busy, setBusy] = useState(false);
  if (change.up + change.down === 0) return null;
  return (
    <div>
      <p className="muted small number">
        {t('moved', { up: format.number(change.up), down: format.number(change.down) })}
      </p>
      {mayUndo && (
        <Button
          kind="quiet"
          className="pace__choose"
          busy={busy}
          onClick={() => {
            setBusy(true);
            void undo(change.changeId).finally(() => setBusy(false));
          }}
        >
          {t('undo')}
        </Button>
      )}
    </div>
  );
}
